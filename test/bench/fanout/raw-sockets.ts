import { createConnection, type Socket } from 'node:net';

const opened = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });

/** One request on an open socket, written by hand; the answer has no body. */
const ask = (socket: Socket, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let answer = '';
    const hear = (part: Buffer): void => {
      answer += part.toString('latin1');
      if (!answer.includes('\r\n\r\n')) return;
      socket.off('data', hear);
      socket.off('error', reject);
      resolve();
    };
    socket.on('data', hear);
    socket.once('error', reject);
    const head = `POST /v1/proactiveEvents HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n`;
    socket.write(head + text);
  });

/** So many requests over so many sockets and nothing else. Returns how many were answered a second. */
export const rawSockets = async (port: number, requests: number, inFlight: number): Promise<number> => {
  const sockets = await Promise.all(Array.from({ length: inFlight }, () => opened(port)));
  const padding = 'x'.repeat(500);
  const began = performance.now();
  let next = 0;
  await Promise.all(
    sockets.map(async (socket, worker) => {
      for (let n = next++; n < requests; n = next++)
        await ask(socket, JSON.stringify({ referenceId: `raw-${worker}-${n}`, padding }));
    }),
  );
  const took = performance.now() - began;
  for (const socket of sockets) socket.destroy();
  return requests / (took / 1_000);
};
