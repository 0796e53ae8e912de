import { newUuid } from '../../src/history/new-uuid.js'
import type { TestApi } from '../api.js'
import { routes, type RouteDoor } from './doors.js'
import { hintsFor } from './requests.js'
import { examplesOf, type Schema } from './schema.js'
import { targetsIn, type Target } from './target.js'
import type { World } from './world.js'

/** A word that stands nowhere else, and the field of the route that it was put into. */
export interface Planted {
  readonly word: string
  readonly at: string
  readonly status: number
}

/** What ends something that other routes are about comes last. */
const LAST = /\/(end|close|reopen)$|sign-out|disable|password|device|factor|passkey|eras|withdraw|revoke/

/**
 * Sends every route what its schema wants, in every form that it has, with a word of its own in each field that takes
 * any words at all.
 */
export async function plantEverywhere(api: TestApi, world: World): Promise<readonly Planted[]> {
  const doors = routes().filter(({ verb }) => verb !== 'GET')
  const targets = targetsIn(world, doors)
  const sorted = [...targets].sort((a, b) => Number(LAST.test(a.door.path)) - Number(LAST.test(b.door.path)))
  const planted: Planted[] = []
  for (const target of sorted) {
    for (const body of formsOf(target)) {
      const words: Omit<Planted, 'status'>[] = []
      const wordAt = (field: string): string => {
        const word = `qz${planted.length + words.length}xylograph`
        words.push({ word, at: `${nameOf(target.door)} ${field}` })
        return word
      }
      const sent = target.door.body ? withWords(target.door.body, body, wordAt) : body
      const status = await send(api, target, sent)
      planted.push(...words.map((one) => ({ ...one, status })))
    }
  }
  return planted
}

/** Each form of the body once; `after` as whoever writes first says it. */
function formsOf({ door, bodies, place }: Target): readonly unknown[] {
  const hints = { ...hintsFor(place, place.look), after: [0, 1] }
  const forms = door.body ? [...bodies, ...examplesOf(door.body, hints)] : bodies
  return [...new Map(forms.map((form) => [JSON.stringify(form), form])).values()]
}

const nameOf = ({ verb, path }: RouteDoor) => `${verb} ${path}`

async function send(api: TestApi, { door, asker, address, tab }: Target, body: unknown): Promise<number> {
  // A number that a tab has used up is answered from the log: each body is another tab's.
  const raw = JSON.stringify(body).replaceAll(tab, newUuid(Date.now()))
  const answer = await api.ask(asker.audience, address, { method: door.verb, cookie: asker.cookie, raw })
  return answer.status
}

/** A body with a word in every string that may be any, as far as its schema still takes it. */
function withWords(schema: Schema, body: unknown, wordAt: (field: string) => string): unknown {
  let now = body
  for (const path of stringsIn(body)) {
    const key = path.at(-1) ?? ''
    const forms = [(word: string) => word, (word: string) => `${word}@example.org`, asReason, asCsv]
    const fits = forms
      .map((form) => ({ form, tried: replaced(now, path, form('qz0xylograph')) }))
      .find(({ tried, form }) => (form === asCsv) === (key === 'csv') && schema.safeParse(tried).success)
    if (fits) now = replaced(now, path, fits.form(wordAt(path.join('.'))))
  }
  return now
}

/** What has to be said in some words. (EM4) */
const asReason = (word: string) => `Rang from ${word}`
const asCsv = (word: string) => `name,email\n${word},${word}@example.org\n`

function stringsIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => stringsIn(part, [...path, key]))
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: string): unknown {
  if (key === undefined) return by
  const copy = structuredClone(value) as Record<string, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}
