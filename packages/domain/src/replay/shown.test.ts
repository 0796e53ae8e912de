import { describe, expect, it } from '@jest/globals'
import type { SessionId } from '../ids.js'
import { GOAL, jonah, LOG, mara, Scene } from '../testing/plans.js'
import { filmOf } from './film.js'
import { framesOf } from './frames.js'
import { jumpsOf, kindOf } from './jumps.js'
import { waitOf } from './pace.js'
import { hasSessions, stretchesOf } from './stretches.js'
import { frameNear, layOut } from './timeline.js'
import { wordsSince } from './words-at.js'

const DAY = 86_400_000
const dayOf = (at: number) => Math.floor(at / DAY)
const PROPOSED = 'Improve sleep hygiene and reduce night-time rumination.'
const OWN = 'Sleep through the night and stop going over things.'

/** Mara proposes, Jonah puts it in his own words, both agree, Jonah changes a word. */
function story(): Scene {
  const scene = new Scene(mara, jonah).addGoal().write(mara, PROPOSED)
  scene.now += DAY
  scene.write(jonah, OWN).answer(mara, 'agree').answer(jonah, 'agree')
  scene.now += DAY
  return scene.write(jonah, `${OWN} Most nights.`)
}

describe('what a replay shows', () => {
  it('[RP4] is grouped by day where no entry names a session', () => {
    const stretches = stretchesOf(filmOf(LOG, story().entries).moments, dayOf)
    expect(stretches.map(({ moments }) => moments.length)).toEqual([4, 3, 1])
    expect(hasSessions(stretches)).toBe(false)
  })

  it('[RP4] is grouped by session, and between sessions by day', () => {
    const scene = new Scene(mara, jonah)
    scene.session = 'first' as SessionId
    scene.addGoal().write(mara, PROPOSED)
    scene.session = null
    scene.write(jonah, OWN)
    scene.now += DAY
    scene.write(jonah, `${OWN} Please.`)
    scene.session = 'second' as SessionId
    scene.answer(mara, 'agree')
    const stretches = stretchesOf(filmOf(LOG, scene.entries).moments, dayOf)
    expect(stretches.map(({ session, moments }) => [session, moments.length])).toEqual([
      [null, 2],
      [1, 2],
      [null, 1],
      [null, 1],
      [2, 1],
    ])
    expect(hasSessions(stretches)).toBe(true)
  })

  it('[RP5] strikes what went in the ink of whoever wrote it', () => {
    const scene = story()
    const before = { ...scene.goal.statement }
    scene.write(mara, 'Sleep through most nights.')
    const removed = wordsSince(before, scene.goal.statement).filter(({ kind }) => kind === 'removed')
    expect(removed.every(({ author }) => author === jonah.person)).toBe(true)
    expect(removed.map(({ text }) => text).join('')).toContain('stop going over things')
  })

  it('[RP6] has the wordings before this one, with their seals; words on their way are none', () => {
    const scene = new Scene(mara, jonah).addGoal()
    for (const words of ['Sl', 'Sleep', 'Sleep more']) {
      scene.now -= 58_000
      scene.write(mara, words)
    }
    scene.answer(mara, 'agree').write(jonah, OWN)
    const wordings = filmOf(LOG, scene.entries).wordings.get(GOAL) ?? []
    expect(wordings.map(({ text }) => text.text)).toEqual(['Sleep more'])
    expect(wordings[0]?.agreement.halves.map(({ state }) => state)).toEqual(['on', 'off'])
  })

  it('[RP8] can be jumped through: agreed, lapsed, much taken out, commented', () => {
    const { moments } = filmOf(LOG, story().entries)
    expect(jumpsOf(moments, [7, 2, 7])).toEqual({
      agreed: [7],
      lapsed: [8],
      deletion: [5],
      comment: [2, 7],
    })
  })

  it('[RP9] says of each moment what it is about', () => {
    expect(filmOf(LOG, story().entries).moments.map(kindOf)).toEqual([
      ...['plan', 'plan', 'plan', 'words'],
      ...['words', 'agreement', 'agreement', 'words'],
    ])
  })

  it('[RP10] waits as people did, 20 s at most, or just long enough to see what happened', () => {
    expect(waitOf(700, 1, true)).toBe(700)
    expect(waitOf(DAY, 1, true)).toBe(1_200)
    expect(waitOf(DAY, 1, false)).toBe(20_000)
    expect(waitOf(DAY, 20, false)).toBe(1_000)
    expect(waitOf(-5, 2, true)).toBe(0)
  })

  it('[RP11] keeps moments in order on the line, and gaps between stretches short and alike', () => {
    const film = filmOf(LOG, story().entries)
    const frames = framesOf(film, null)
    const { bands, places } = layOut(frames, stretchesOf(frames.moments, dayOf))
    expect([...places].sort((a, b) => a - b)).toEqual(places)
    const gaps = bands.slice(1).map(({ from }, index) => from - (bands[index]?.to ?? 0))
    expect(gaps[0]).toBeGreaterThan(0)
    expect(gaps[0]).toBeCloseTo(gaps[1] ?? 0)
    places.forEach((place, frame) => expect(frameNear({ bands, places }, place)).toBe(frame))
    expect(frameNear({ bands, places }, -1)).toBe(0)
    expect(frameNear({ bands, places }, 2)).toBe(places.length - 1)
  })
})
