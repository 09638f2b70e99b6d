type Requests = { readonly reads: number; readonly writes: number };

/** What each thing asks of the table, as `npm run bench -- requests` counted it. */
export type RequestCounts = Readonly<
  Record<'idleTick' | 'screenPoll' | 'reminder' | 'skillTurn' | 'alertEach', Requests>
>;

export type Prices = Readonly<
  Record<
    | 'lambdaGbSecond'
    | 'lambdaMillionRequests'
    | 'tableMillionReads'
    | 'tableMillionWrites'
    | 'tableGbMonth'
    | 'tableContinuousBackupGbMonth'
    | 'tableNightlyBackupGbMonth'
    | 'queueMillionRequests'
    | 'gatewayMillionRequests'
    | 'firewallEach'
    | 'firewallRuleEach'
    | 'firewallMillionRequests'
    | 'keyEach'
    | 'keyTenThousandRequests'
    | 'secretEach'
    | 'alarmEach'
    | 'metricEach'
    | 'logGb'
    | 'traceMillion'
    | 'transferGb',
    number
  >
>;

/** How a council uses the service in a month of thirty days: what is assumed, in one place. */
export type Use = {
  readonly residents: number;
  readonly remindersADay: number;
  readonly turnsAMonth: number;
  readonly groupAlertsAMonth: number;
  /** Of all residents. */
  readonly screens: number;
  readonly screenAsksEvery: number;
};

export type CostLine = { readonly what: string; readonly usd: number };

const DAYS = 30;
const DAY_SECONDS = 86_400;
const MINUTES = DAYS * 1_440;
const million = (count: number, price: number): number => (count / 1_000_000) * price;

/** Kilobytes kept for a resident after a year: the person, reminders, diary, 90 days of Deliveries, audit. */
const KEPT_KB = 120;
const LOG_LINE_KB = 0.25;
const PAGE_KB = 2;
/** Processes and seconds of each kind of call: memory in GB, seconds for which AWS charges. */
const RUN = {
  tick: { gb: 0.5, seconds: 1.5 },
  turn: { gb: 1, seconds: 0.15 },
  poll: { gb: 0.5, seconds: 0.05 },
  delivery: { gb: 1, seconds: 0.25 },
} as const;
const FIXED = { keys: 1, secrets: 7, alarms: 30, metrics: 10, firewalls: 2, firewallRules: 6 } as const;

type Calls = Readonly<Record<'ticks' | 'turns' | 'polls' | 'reminders' | 'told', number>>;

const callsOf = (use: Use): Calls => ({
  ticks: MINUTES,
  turns: use.residents * use.turnsAMonth,
  polls: use.residents * use.screens * ((DAYS * DAY_SECONDS) / use.screenAsksEvery),
  reminders: use.residents * use.remindersADay * DAYS,
  told: use.residents * use.groupAlertsAMonth,
});

/** A month's cost by service, in US dollars. */
export const monthlyCost = (use: Use, counts: RequestCounts, prices: Prices): readonly CostLine[] => {
  const calls = callsOf(use);
  const total = (of: (requests: Requests) => number): number =>
    calls.ticks * of(counts.idleTick) +
    calls.turns * of(counts.skillTurn) +
    calls.polls * of(counts.screenPoll) +
    calls.reminders * of(counts.reminder) +
    calls.told * of(counts.alertEach);
  const deliveries = calls.reminders + calls.told;
  const gbSeconds = ({ gb, seconds }: { readonly gb: number; readonly seconds: number }, times: number) =>
    gb * seconds * times;
  const runs = calls.ticks + calls.turns + calls.polls + deliveries;
  const worked =
    gbSeconds(RUN.tick, calls.ticks) +
    gbSeconds(RUN.turn, calls.turns) +
    gbSeconds(RUN.poll, calls.polls) +
    gbSeconds(RUN.delivery, deliveries);
  const keptGb = (use.residents * KEPT_KB) / 1_048_576;
  return [
    { what: 'Lambda', usd: worked * prices.lambdaGbSecond + million(runs, prices.lambdaMillionRequests) },
    {
      what: 'DynamoDB, requests',
      usd:
        million(
          total(({ reads }) => reads),
          prices.tableMillionReads,
        ) +
        million(
          total(({ writes }) => writes),
          prices.tableMillionWrites,
        ),
    },
    {
      what: 'DynamoDB, kept and backed up',
      usd:
        keptGb *
        (prices.tableGbMonth + prices.tableContinuousBackupGbMonth + 35 * 0.05 * prices.tableNightlyBackupGbMonth),
    },
    // a bell is sent, received, deleted; and both lanes are asked all the time by five pollers of Lambda, 20 s each
    { what: 'SQS', usd: million(3 * deliveries + (2 * 5 * DAYS * DAY_SECONDS) / 20, prices.queueMillionRequests) },
    { what: 'API Gateway', usd: million(calls.polls, prices.gatewayMillionRequests) },
    {
      what: 'WAF',
      usd:
        FIXED.firewalls * prices.firewallEach +
        FIXED.firewallRules * prices.firewallRuleEach +
        million(calls.polls, prices.firewallMillionRequests),
    },
    {
      what: 'CloudWatch and X-Ray',
      usd:
        FIXED.alarms * prices.alarmEach +
        FIXED.metrics * prices.metricEach +
        (((runs + calls.polls) * LOG_LINE_KB) / 1_048_576) * prices.logGb +
        million(runs * 0.05, prices.traceMillion),
    },
    { what: 'Keys and secrets', usd: FIXED.keys * prices.keyEach + FIXED.secrets * prices.secretEach },
    { what: 'Transfer to browsers', usd: ((calls.polls * PAGE_KB) / 1_048_576) * prices.transferGb },
  ];
};

/** What one alert to so many people costs, in US dollars: the requests, the bells and the work. */
export const alertCost = (people: number, { alertEach }: RequestCounts, prices: Prices): number =>
  million(people * alertEach.reads, prices.tableMillionReads) +
  million(people * alertEach.writes, prices.tableMillionWrites) +
  million((3 * people) / 100, prices.queueMillionRequests) +
  people * RUN.delivery.gb * RUN.delivery.seconds * prices.lambdaGbSecond;
