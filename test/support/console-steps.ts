import type { Page } from 'playwright-core';

/** Signs in at the demo's own provider, as whoever is named. */
export const signInAs = async (page: Page, url: string, name: string): Promise<void> => {
  await page.goto(`${url}/console`);
  await page
    .getByRole('button', { name: 'Sign in' })
    .or(page.getByRole('link', { name: 'Sign in' }))
    .first()
    .click();
  await page.getByRole('button', { name, exact: true }).click();
};

export type WantedOnPage = {
  readonly label: string;
  readonly often: string;
  readonly time: string;
  readonly date?: string;
  readonly tell: string;
  readonly after?: number;
};

/** Goes through the three pages of the reminder form that is open. `date` is ISO, for a reminder that comes once. */
export const fillReminder = async (page: Page, wanted: WantedOnPage): Promise<void> => {
  const goOn = () => page.getByRole('button', { name: 'Continue' }).click();
  const among = (legend: string) => page.getByRole('group', { name: legend, exact: true });
  await among('What is the reminder for?').getByLabel(wanted.label).check();
  await among('How often?').getByLabel(wanted.often, { exact: true }).check();
  await goOn();
  if (wanted.date !== undefined) {
    const [year = '', month = '', day = ''] = wanted.date.split('-');
    const date = among('Which day?');
    await date.getByLabel('Day').fill(day);
    await date.getByLabel('Month').fill(month);
    await date.getByLabel('Year').fill(year);
  }
  await page.getByLabel('What time?').fill(wanted.time);
  await goOn();
  await among('Who is told if there is no reply?').getByLabel(wanted.tell).check();
  if (wanted.after !== undefined)
    await page.getByLabel('After how many minutes without a reply?').fill(String(wanted.after));
  await goOn();
};
