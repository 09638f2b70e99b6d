import * as v from 'valibot';
import type { Listing } from '../../core/answers/listing.ts';
import type { Directory, DirectoryRead } from '../../core/answers/take-in-directory.ts';
import { isId } from '../../core/kernel/ids.ts';

const optionalText = v.nullish(v.string());

/** What we read of a service; HSDS-UK 3.0 says more, and feeds leave out much of it. */
const serviceSchema = v.object({
  id: v.string(),
  name: v.string(),
  status: v.string(),
  description: optionalText,
  alert: optionalText,
  assured_date: optionalText,
  phones: v.nullish(v.array(v.object({ number: optionalText }))),
  contacts: v.nullish(v.array(v.object({ phones: v.nullish(v.array(v.object({ number: optionalText }))) }))),
});
type Service = v.InferOutput<typeof serviceSchema>;

const pageSchema = v.object({ total_pages: v.number(), contents: v.array(v.unknown()) });

/** A directory of a county has some thousand services at most. */
const MOST_PAGES = 200;
const TIMEOUT = 10_000;
const NAME_LENGTH = 120;
const TEXT_LENGTH = 600;

const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const phoneOf = (service: Service): string | undefined =>
  [...(service.phones ?? []), ...(service.contacts ?? []).flatMap(({ phones }) => phones ?? [])]
    .map(({ number }) => plain(number))
    .find((number) => /\d{3}/.test(number));

const listingOf = (council: string, service: Service): Listing => {
  const alert = plain(service.alert).slice(0, TEXT_LENGTH);
  const phone = phoneOf(service);
  const [assured] = /^\d{4}-\d{2}-\d{2}/.exec(service.assured_date ?? '') ?? [];
  return {
    council,
    id: service.id,
    name: plain(service.name).slice(0, NAME_LENGTH),
    description: plain(service.description).slice(0, TEXT_LENGTH),
    ...(alert === '' ? {} : { alert }),
    ...(phone === undefined ? {} : { phone }),
    ...(assured === undefined ? {} : { assured }),
  };
};

const isOpen = (service: Service): boolean =>
  service.status === 'active' && isId(service.id) && plain(service.name) !== '';

type Page = { readonly totalPages: number; readonly services: readonly Service[] };

const readPage = async (url: string, page: number): Promise<Page | string> => {
  try {
    const response = await fetch(`${url}/services?page=${page}&per_page=100`, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) return `status-${response.status}`;
    const body = v.safeParse(pageSchema, await response.json());
    if (!body.success) return 'not-a-directory';
    const services = body.output.contents.flatMap((one) => {
      const read = v.safeParse(serviceSchema, one);
      return read.success ? [read.output] : [];
    });
    return { totalPages: body.output.total_pages, services };
  } catch {
    return 'no-reply';
  }
};

const readAll = async (url: string, council: string, mayGoOn: () => boolean): Promise<DirectoryRead> => {
  const listings: Listing[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    if (!mayGoOn()) return { kind: 'not-read', reason: 'no-more-time' };
    const read = await readPage(url, page);
    if (typeof read === 'string') return { kind: 'not-read', reason: read };
    listings.push(...read.services.filter(isOpen).map((service) => listingOf(council, service)));
    if (page >= read.totalPages) return { kind: 'directory', listings };
  }
  return { kind: 'not-read', reason: 'too-many-pages' };
};

/**
 * A service directory that speaks Open Referral UK (HSDS-UK 3.0: `GET /services`, a page at a time, no key). Only services whose status
 * is "active" are told of. A service that cannot be read is left out; a page that cannot be read ends the reading as `not-read`.
 * @param url where the feed stands, without a slash at its end
 */
export const openReferralDirectory = (url: string): Directory => ({
  read: (council, mayGoOn) => readAll(url, council, mayGoOn),
});
