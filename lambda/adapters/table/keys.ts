import { isId } from '../../core/kernel/ids.ts';
import type { LocalDate, LocalDateTime, LocalMonth } from '../../core/kernel/uk-time.ts';
import type { Shard } from '../../core/timetable/due.ts';
import type { Key } from './table.ts';

/**
 * Every key pattern of the table, on one page. The council stands in every key but the registry of councils itself.
 * Ids never hold `#` or `/`; whatever would is a fault, because doors check ids before they come here.
 */
export const id = (text: string): string => {
  if (!isId(text)) throw new RangeError('an id that may not stand in a key');
  return text;
};

export const inCouncil = (council: string, rest: string): string => `C#${id(council)}#${rest}`;

/** A number that sorts as text. */
export const sortable = (number: number): string => String(number).padStart(14, '0');

export const COUNCILS = 'COUNCILS';

export const councilKey = (council: string): Key => ({ pk: COUNCILS, sk: `C#${id(council)}` });

/** The switch that holds back the sending of one council, and that of all councils in this table. */
export const sendingKey = (council: string): Key => ({ pk: inCouncil(council, 'SENDING'), sk: 'SENDING' });
export const serviceSendingKey = (): Key => ({ pk: COUNCILS, sk: 'SENDING' });

export const echoKey = (council: string, hash: string): Key => ({
  pk: inCouncil(council, `ECHO#${id(hash)}`),
  sk: 'ECHO',
});

/** Points from an account to its Echos. */
export const accountPk = (council: string, account: string): string => inCouncil(council, `ACCOUNT#${id(account)}`);
export const accountKey = (council: string, account: string, hash: string): Key => ({
  pk: accountPk(council, account),
  sk: id(hash),
});

/** A Screen stands under the keyed hash of the token that only its browser holds, and so does its pairing under way. */
export const screenKey = (council: string, hash: string): Key => ({
  pk: inCouncil(council, `SCREEN#${id(hash)}`),
  sk: 'SCREEN',
});
export const screenPairingKey = (council: string, hash: string): Key => ({
  pk: inCouncil(council, `SCREEN#${id(hash)}`),
  sk: 'PAIRING',
});

const homePk = (council: string, home: string): string => inCouncil(council, `HOME#${id(home)}`);
export const homeKey = (council: string, home: string): Key => ({ pk: homePk(council, home), sk: 'HOME' });
/** The latest set-up visit to a Home, and the last signs of life from it. */
export const setUpVisitKey = (council: string, home: string): Key => ({ pk: homePk(council, home), sk: 'SET-UP' });
export const homeSignsKey = (council: string, home: string): Key => ({ pk: homePk(council, home), sk: 'SIGNS' });
/** Points to a set-up visit by the day on which it was opened. */
export const setUpListPk = (council: string): string => inCouncil(council, 'SET-UPS');
export const setUpListKey = (council: string, openedOn: LocalDate, home: string): Key => ({
  pk: setUpListPk(council),
  sk: `${openedOn}#${id(home)}`,
});
/** Says until when a set-up visit is open. */
export const openSetUpPk = (council: string): string => inCouncil(council, 'SET-UPS-OPEN');
export const openSetUpKey = (council: string, home: string): Key => ({ pk: openSetUpPk(council), sk: id(home) });
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
/** What Bellbird keeps on the Echos of a Resident. */
export const mirrorKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}MIRROR`,
});
export const planKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}PLAN`,
});
/** Where conversations with the Resident broke off, by Echo. */
export const leftOffKey = (council: string, resident: string): Key => ({
  pk: residentPk(council, resident),
  sk: `${ABOUT}LEFT`,
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

/** How far the comparison of a night has come. */
export const nightKey = (council: string): Key => ({ pk: inCouncil(council, 'NIGHT'), sk: 'NIGHT' });

/** What an Audience is asked of, in order of Resident id: a copy, one row for each Resident. */
/** What an Audience is asked of, Home by Home: a copy, one row for each Resident. */
export const memberPk = (council: string): string => inCouncil(council, 'MEMBERS');
export const memberKey = (council: string, home: string, resident: string): Key => ({
  pk: memberPk(council),
  sk: `${id(home)}#${id(resident)}`,
});

export const alertPk = (council: string, alert: string): string => inCouncil(council, `ALERT#${id(alert)}`);
export const alertKey = (council: string, alert: string): Key => ({ pk: alertPk(council, alert), sk: 'ALERT' });
/** Points to an Alert; its id begins with the time it was drafted. */
export const alertListPk = (council: string): string => inCouncil(council, 'ALERTS');
export const alertListKey = (council: string, alert: string): Key => ({ pk: alertListPk(council), sk: id(alert) });
const numbered = (kind: string, number: number): string => `${kind}#${String(number).padStart(5, '0')}`;
export const chunkKey = (council: string, alert: string, chunk: number): Key => ({
  pk: alertPk(council, alert),
  sk: numbered('CHUNK', chunk),
});
export const RESULT = 'RESULT#';
export const resultKey = (council: string, alert: string, chunk: number): Key => ({
  pk: alertPk(council, alert),
  sk: numbered('RESULT', chunk),
});
export const templatePk = (council: string): string => inCouncil(council, 'TEMPLATES');
export const templateKey = (council: string, template: string): Key => ({ pk: templatePk(council), sk: id(template) });

export const carerKey = (council: string, carer: string): Key => ({
  pk: inCouncil(council, `CARER#${id(carer)}`),
  sk: 'CARER',
});
/** What a link in a text or an e-mail to a Carer leads to, under the keyed hash of the token in that link. */
export const toldLinkKey = (council: string, hash: string): Key => ({
  pk: inCouncil(council, `TOLD#${id(hash)}`),
  sk: 'TOLD',
});
export const officerKey = (council: string, officer: string): Key => ({
  pk: inCouncil(council, `OFFICER#${id(officer)}`),
  sk: 'OFFICER',
});

export const pairingCodeKey = (council: string, codeHash: string): Key => ({
  pk: inCouncil(council, `CODE#${id(codeHash)}`),
  sk: 'CODE',
});
/** Points from the code that a Screen shows to that Screen. */
export const screenCodeKey = (council: string, codeHash: string): Key => ({
  pk: inCouncil(council, `CODE#${id(codeHash)}`),
  sk: 'SCREEN',
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

/** The book of a council: what it has written, and what its directory lists. */
export const bookPk = (council: string): string => inCouncil(council, 'ANSWERS');
export const ANSWER = 'ANSWER#';
export const answerKey = (council: string, subject: string): Key => ({
  pk: bookPk(council),
  sk: `${ANSWER}${id(subject)}`,
});
export const LISTING = 'LISTING#';
export const listingKey = (council: string, listing: string): Key => ({
  pk: bookPk(council),
  sk: `${LISTING}${id(listing)}`,
});
export const unansweredPk = (council: string): string => inCouncil(council, 'UNANSWERED');
export const unansweredKey = (council: string, day: LocalDate, gap: string): Key => ({
  pk: unansweredPk(council),
  sk: `${day}#${id(gap)}`,
});

/** How often words of a safety class were said in a month: a count of the council, tied to nobody. */
export const safetyCountKey = (council: string, month: LocalMonth, safety: string): Key => ({
  pk: inCouncil(council, 'SAFETY'),
  sk: `${month}#${id(safety)}`,
});

export const auditPk = (council: string, item: string): string => inCouncil(council, `AUD#${item}`);
export const auditKey = (council: string, item: string, act: number): Key => ({
  pk: auditPk(council, item),
  sk: sortable(act),
});

/** `urgent` rows stand in shards `E`, all others in `R`. */
export const shardKey = ({ council, lane, number }: Shard): string =>
  inCouncil(council, `${lane === 'urgent' ? 'E' : 'R'}#${number}`);
