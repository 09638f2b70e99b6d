import type { Announcement, ReadSource, Source } from '../delivery/announcement.ts';
import type { Diaries } from './diaries.ts';

/** Whether a change of the Diary is still the latest word about its entry: another change supersedes it. A strong read. */
export const readDiarySource =
  (needs: { readonly diaries: Diaries }) =>
  async (announcement: Announcement, source: Source & { kind: 'diary' }): ReturnType<ReadSource> => {
    const [at = '', id = ''] = source.entryId.split(/\.(.*)/s);
    const stored = await needs.diaries.ofId(announcement.council, announcement.residentId, at, id);
    if (stored === undefined) return { kind: 'gone', state: 'removed' };
    const isLatest = stored.value.lastAct.number === source.act;
    return isLatest ? { kind: 'stands', content: announcement.content } : { kind: 'gone', state: 'superseded' };
  };
