import { LOG_REGISTER, type Log } from '../../core/kernel/log.ts';

/** One line of JSON for each entry: level, code and the register's fields, nothing else. `write` gets the line without its end. */
export const jsonLog =
  (write: (line: string) => void): Log =>
  (code, fields = {}) =>
    write(JSON.stringify({ level: LOG_REGISTER[code], code, ...fields }));
