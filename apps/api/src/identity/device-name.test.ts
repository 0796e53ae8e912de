import { describe, expect, it } from '@jest/globals'
import { deviceOf } from './device-name.js'

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari · iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9 Pro) Chrome/131.0.6778.104 Mobile Safari/537.36',
      'Chrome · Android',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36 Edg/131.0.2903.70',
      'Edge · Windows',
    ],
    ['curl/8.9.1', ''],
  ])('[ID37] is called by browser and system, and nothing finer is kept: %s', (agent, called) => {
    expect(deviceOf(agent)).toBe(called)
  })
})
