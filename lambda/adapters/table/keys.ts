import { isId } from '../../core/kernel/ids.ts';
import type { LocalDate, LocalDateTime } from '../../core/kernel/uk-time.ts';
import type { Shard } from '../../core/timetable/due.ts';
import type { Key } from './table.ts';

/**
 * Every key pattern of the table, on one page. The council stands in every key but the registry of councils itself.
 * Ids never hold `#` or `/`; whatever would is a fault, because doors check ids before they come here.
 */
const id = (text: string): string => {
  if (!isId(text)) throw new RangeError('an id that may not stand in a key');
  return text;
};

const inCouncil = (council: string, rest: string): string => `C#${id(council)}#${rest}`;

/** A number that sorts as text. */
const sortable = (number: number): string => String(number).padStart(14, '0');

export const COUNCILS = 'COUNCILS';

export const councilKey = (council: string): Key => ({ pk: COUNCILS, sk: `C#${id(council)}` });

export const echoKey = (council: string, hash: string): Key => ({
  pk: inCouncil(council, `ECHO#${id(hash)}`),
  sk: 'ECHO',
});

export const homeKey = (council: string, home: string): Key => ({
  pk: inCouncil(council, `HOME#${id(home)}`),
  sk: 'HOME',
});
/** Points to a Home, in order of its id. */
export const homeListPk = (council: string): string => inCouncil(council, 'HOMES');
export const homeListKey = (council: string, home: string): Key => ({ pk: homeListPk(council), sk: id(home) });

export const residentPk = (council: string, resident: string): string => inCouncil(council, `RES#${id(resident)}`);
/** Everything about a Resident that every turn reads: the person, Reminders, the plan, pointers. */
export const ABOUT = 'A#';
export const residentKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}RESIDENT`,
});
export const REMINDER = `${ABOUT}REM#`;
export const reminderKey = (council: string, resident: string, reminder: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${REMINDER}${id(reminder)}`,
});
export const planKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}PLAN`,
});
/** Points to the Resident's open call-back. */
export const openCallKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}CALL`,
});

export const DIARY = 'DIARY#';
export const diaryKey = (council: string, resident: string, at: LocalDateTime, entry: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${DIARY}${at}#${id(entry)}`,
});

/** A Delivery's id begins with its local due time, so a range of days is a range of keys. */
export const DELIVERY = 'DLV#';
export const deliveryKey = (council: string, resident: string, delivery: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${DELIVERY}${delivery}`,
});

/** The range of one kind of dated row from one local date to another, both inclusive. */
export const datedRange = (kind: typeof DIARY | typeof DELIVERY, from: LocalDate, to: LocalDate) => ({
  from: `${kind}${from}`,
  to: `${kind}${to}T99`,
});

export const carerKey = (council: string, carer: string): Key => ({
  pk: inCouncil(council, `CARER#${id(carer)}`),
  sk: 'CARER',
});
export const officerKey = (council: string, officer: string): Key => ({
  pk: inCouncil(council, `OFFICER#${id(officer)}`),
  sk: 'OFFICER',
});

export const pairingCodeKey = (council: string, codeHash: string): Key => ({
  pk: inCouncil(council, `CODE#${id(codeHash)}`),
  sk: 'CODE',
});
export const triesKey = (council: string, who: string, day: LocalDate): Key => ({
  pk: inCouncil(council, `TRIES#${id(who)}`),
  sk: day,
});

/** A session of the console stands under the digest of a token that only the browser holds. */
export const sessionKey = (council: string, digest: string): Key => ({
  pk: inCouncil(council, `SESSION#${id(digest)}`),
  sk: 'SESSION',
});

export const callBackPk = (council: string): string => inCouncil(council, 'CALLBACKS');
export const callBackKey = (council: string, askedAt: number, callBack: string): Key => ({
  pk: callBackPk(council),
  sk: `${sortable(askedAt)}#${id(callBack)}`,
});

export const answerKey = (council: string, subject: string): Key => ({
  pk: inCouncil(council, 'ANSWERS'),
  sk: `ANSWER#${id(subject)}`,
});
export const unansweredKey = (council: string, day: LocalDate, subject: string): Key => ({
  pk: inCouncil(council, 'UNANSWERED'),
  sk: `${day}#${id(subject)}`,
});

export const auditPk = (council: string, item: string): string => inCouncil(council, `AUD#${item}`);
export const auditKey = (council: string, item: string, act: number): Key => ({
  pk: auditPk(council, item),
  sk: sortable(act),
});

/** `urgent` rows stand in shards `E`, all others in `R`. */
export const shardKey = ({ council, lane, number }: Shard): string =>
  inCouncil(council, `${lane === 'urgent' ? 'E' : 'R'}#${number}`);

/** What a key in the due index names, or undefined for a row of no known kind. */
export const dueOf = (
  key: Key,
):
  | {
      readonly kind: 'reminder' | 'delivery';
      readonly council: string;
      readonly residentId: string;
      readonly id: string;
    }
  | undefined => {
  const [, council, resident] = /^C#([^#]+)#RES#([^#]+)$/.exec(key.pk) ?? [];
  if (council === undefined || resident === undefined) return undefined;
  if (key.sk.startsWith(REMINDER))
    return { kind: 'reminder', council, residentId: resident, id: key.sk.slice(REMINDER.length) };
  if (key.sk.startsWith(DELIVERY))
    return { kind: 'delivery', council, residentId: resident, id: key.sk.slice(DELIVERY.length) };
  return undefined;
};
