import { test as base } from '@playwright/test'
import { startHouse, type House } from './house.js'

/** Journeys that begin a clinic have a house of their own each time, with nobody in it. */
export const test = base.extend<object, { emptyHouse: House }>({
  emptyHouse: [
    async ({ browserName }, use) => {
      if (browserName !== 'chromium') throw new Error('the journeys are walked in Chromium')
      const house = await startHouse('none')
      await use(house)
      await house.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})
