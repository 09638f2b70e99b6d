import type { Announcement, ReadSource, Source } from '../delivery/announcement.ts';
import type { Diaries } from './diaries.ts';

const isCancelling = ({ content }: Announcement): boolean => content.kind === 'diary' && content.change === 'cancelled';

/**
 * Whether a change of the Diary stands and is the latest word about its entry: another act supersedes it, and a move that was
 * taken back leaves a cancelled row. Acts are named by their instant; rows from before by their number. A strong read.
 */
export const readDiarySource =
  (needs: { readonly diaries: Diaries }) =>
  async (announcement: Announcement, source: Source & { kind: 'diary' }): ReturnType<ReadSource> => {
    const [at = '', id = ''] = source.entryId.split(/\.(.*)/s);
    const stored = await needs.diaries.ofId(announcement.council, announcement.residentId, at, id);
    if (stored === undefined) return { kind: 'gone', state: 'removed' };
    const { lastAct, state } = stored.value;
    const isThisAct = lastAct.at === source.act || lastAct.number === source.act;
    const isLatest = isThisAct && (state === 'cancelled') === isCancelling(announcement);
    return isLatest ? { kind: 'stands', content: announcement.content } : { kind: 'gone', state: 'superseded' };
  };
