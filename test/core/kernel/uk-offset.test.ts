import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { firstShown, keepsUkTime, UK_ZONE, ukOffset } from '../../../lambda/core/kernel/uk-offset.ts';

const minutes = (text: string) => Date.parse(text) / 60_000;
const anInstant = fc
  .integer({ min: minutes('1970-01-01T00:00Z'), max: minutes('2099-12-31T00:00Z') })
  .map((minute) => minute * 60_000);
const ownZone = process.env.TZ;

const inZone = (zone: string): void => {
  process.env.TZ = zone;
};

afterEach(() => {
  if (ownZone === undefined) delete process.env.TZ;
  else process.env.TZ = ownZone;
});

const offsetByTemporal = (at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(UK_ZONE).offsetNanoseconds / 60e9;

const firstShownByTemporal = (wall: number): number => {
  const local = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  const earlier = local.toZonedDateTime(UK_ZONE, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(local)) return earlier.epochMilliseconds;
  return (earlier.getTimeZoneTransition('next') ?? earlier).epochMilliseconds;
};

describe('how far the UK clock is ahead of UTC', () => {
  for (const zone of [UK_ZONE, 'UTC', 'America/New_York', 'Europe/Dublin']) {
    test(`it is the same in a process that keeps the time of ${zone}`, () => {
      inZone(zone);
      fc.assert(fc.property(anInstant, (at) => assert.equal(ukOffset(at), offsetByTemporal(at))));
    });

    test(`T11 T14 a wall time is first shown when Temporal says so, in a process of ${zone}`, () => {
      inZone(zone);
      const changes = [minutes('2027-03-28T01:00Z'), minutes('2027-10-31T01:00Z'), minutes('2071-03-29T01:00Z')];
      const nearAChange = fc.oneof(...changes.map((change) => fc.integer({ min: change - 180, max: change + 180 })));
      const wall = fc.oneof(
        anInstant,
        nearAChange.map((minute) => minute * 60_000),
      );
      fc.assert(fc.property(wall, (at) => assert.equal(firstShown(at), firstShownByTemporal(at))));
    });
  }

  test('of all zones only the United Kingdom and its islands are taken for UK time', () => {
    const taken = Intl.supportedValuesOf('timeZone').filter((zone) => {
      inZone(zone);
      return keepsUkTime();
    });
    for (const zone of taken) assert.match(zone, /^(Europe\/(London|Belfast|Guernsey|Isle_of_Man|Jersey)|GB)$/);
    assert.ok(taken.includes(UK_ZONE));
  });
});
