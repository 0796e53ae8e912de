import { describe, expect, it } from '@jest/globals'
import type { PersonId, StepId } from '../ids.js'
import { GOAL as SLEEP, jonah, mara, Scene } from '../testing/plans.js'
import type { HistoryEntry } from './entry.js'
import { quotesOf } from './moment-quotes.js'
import type { CommandMoment } from './moments.js'

const STEP = '018f0000-0000-7000-8000-0000000000b1' as StepId
const JONAH = jonah.person
const LEVELS = ['Awake', 'Every other night', 'Most nights', 'Nearly all', 'No thought of it']

const { plan } = new Scene(mara, jonah)
  .addGoal()
  .enact(mara, { kind: 'step.add', goal: SLEEP, step: STEP, text: 'Move the charger' })
  .enact(jonah, { kind: 'scale.describe', goal: SLEEP, version: 1, levels: LEVELS })

function quoted(payload: CommandMoment['payload'], author: PersonId = JONAH) {
  const entry = { author, payload } as HistoryEntry
  return quotesOf({ kind: 'command', entry, payload, words: null }, plan)
}

describe('the words that a moment of history is about', () => {
  it('[HI10] are the step that was done, or answered with a reason', () => {
    expect(quoted({ kind: 'step.done', goal: SLEEP, step: STEP, done: true })).toEqual(['Move the charger'])
    const answer = { kind: 'agreement.answer', goal: SLEEP, step: STEP, answer: 'not-yet' } as const
    expect(quoted({ ...answer, wording: 'w', readAt: 3, reason: 'On Friday' })).toEqual([
      'Move the charger',
      'On Friday',
    ])
  })

  it('[HI10] are the level that was rated, and never a number alone', () => {
    const rating = { kind: 'rating.give', goal: SLEEP, value: 0 } as const
    expect(quoted({ ...rating, on: { kind: 'scale', version: 1 } })).toEqual(['Most nights'])
    expect(quoted({ ...rating, on: { kind: 'progress' } })).toEqual([])
  })

  it('[HI10] are what was asked and answered', () => {
    const said = { goal: SLEEP, comment: 'c', text: 'Does a nap count?' }
    expect(quoted({ kind: 'comment.add', ...said, asks: true })).toEqual(['Does a nap count?'])
    expect(quoted({ kind: 'comment.answer', ...said, text: 'It does.' })).toEqual(['It does.'])
  })
})
