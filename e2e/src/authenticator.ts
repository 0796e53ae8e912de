import type { Page } from '@playwright/test'

/** Gives a page's browser a device that makes passkeys and says yes to everything, as somebody's finger would. */
export async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
}

/** Shows that it is they by the code that they were given, on the page that a link opens. */
export async function proveByCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('A code you were given').fill(code)
  await page.getByRole('button', { name: 'Go on' }).click()
}

/** The device is the key from now on. */
export async function useThisDevice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Use this device from now on' }).click()
}
