// Stands in for mocha. Mocha gives a test's body only `done`; Node gives it the test's context first.
const { test } = require('node:test');

exports.it = (title, body) => test(title, (_context, done) => body(done));
