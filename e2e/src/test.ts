import { test as base } from '@playwright/test'
import { startHouse, type House } from './house.js'

/** Journeys of one worker share a house; each uses clients of its own. */
export const test = base.extend<object, { house: House }>({
  house: [
    async ({ browserName }, use) => {
      if (browserName !== 'chromium') throw new Error('the journeys are walked in Chromium')
      const house = await startHouse()
      await use(house)
      await house.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

export { expect } from '@playwright/test'
