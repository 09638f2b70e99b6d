import { randomUUID } from 'node:crypto';
import type { NewId } from '../../core/kernel/ids.ts';

/** A random id (UUID, RFC 9562 version 4). */
export const randomId: NewId = () => randomUUID();
