// Loaded before a process that stands apart from its parent (see ready.mjs): however the parent goes, it goes too, cleanly.
process.channel?.unref();
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
