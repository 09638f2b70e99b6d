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

/** Fills in the reminder form that is open and presses Continue. `date` is ISO, for a reminder that comes once. */
export const fillReminder = async (page: Page, wanted: WantedOnPage): Promise<void> => {
  const among = (legend: string) => page.getByRole('group', { name: legend, exact: true });
  await among('What is the reminder for?').getByLabel(wanted.label).check();
  await among('How often?').getByLabel(wanted.often, { exact: true }).check();
  if (wanted.date !== undefined) {
    const [year = '', month = '', day = ''] = wanted.date.split('-');
    const date = among('On which day?');
    await date.getByLabel('Day').fill(day);
    await date.getByLabel('Month').fill(month);
    await date.getByLabel('Year').fill(year);
  }
  await page.getByLabel('What time?').fill(wanted.time);
  await among('Who is told if there is no reply?').getByLabel(wanted.tell).check();
  if (wanted.after !== undefined)
    await page.getByLabel('After how many minutes without a reply?').fill(String(wanted.after));
  await page.getByRole('button', { name: 'Continue' }).click();
};
