import { describe, expect, it } from '@jest/globals'
import { covers, isReason, isSameName } from './opening.js'

describe('a name that somebody asks for', () => {
  it.each(['Zoë Núñez', 'zoe nunez', '  ZOE   NUNEZ ', 'Zoe\u0308 Nu\u0301n\u0303ez'])(
    '[EM1] is the same in any case, with and without accents: %s',
    (name) => {
      expect(isSameName('Zoë Núñez', name)).toBe(true)
    },
  )

  it.each(['', ' ', 'Zoë', 'Nunez', 'Zoe N', 'Zoe Nunez-Diaz', '%'])(
    '[EM1] is the whole name: %s finds nobody',
    (name) => {
      expect(isSameName('Zoë Núñez', name)).toBe(false)
      expect(isSameName('', name)).toBe(false)
    },
  )
})

describe('a reason', () => {
  it('[EM4] has a few words', () => {
    expect(isReason('Rang from the bridge')).toBe(true)
    for (const text of ['', 'x x x', 'emergency', 'because emergency', '   \n  ']) {
      expect(isReason(text)).toBe(false)
    }
  })
})

it('[EM5] what stands open goes on while nothing else is wanted', () => {
  expect(covers(['safety', 'note'], ['safety'])).toBe(true)
  expect(covers(['safety'], ['safety', 'goals'])).toBe(false)
})
