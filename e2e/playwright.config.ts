import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from './src/chromium.js'

export default defineConfig({
  testDir: './journeys',
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: './test-results',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await chromiumPath(), args: CHROMIUM_FLAGS, chromiumSandbox: false },
    trace: 'off',
    actionTimeout: 10_000,
    contextOptions: { reducedMotion: 'reduce' },
  },
})
