import type { Moment } from '@accord/domain/history/moments'
import type { PersonName } from '@accord/domain/sync/wire'
import { wordDiff } from '@accord/domain/text/word-diff'
import { message, type MessageKey } from '../messages/message.js'
import { agreementEffects, saidIn, sentenceOf, type Named } from './bundle-sentence.js'

/** What a readable page is made of. Times in ms. */
export interface PageOf {
  readonly clinic: string
  readonly people: readonly PersonName[]
  readonly moments: readonly Moment[]
  readonly entries: number
  /** The first entry that could not be told; null when all could. */
  readonly unreadable: number | null
  readonly madeAt: number
  readonly timeZone: string
}

const STYLE = `@page{size:A4;margin:18mm}
body{font:11pt/1.5 Georgia,"Times New Roman",serif;color:#1f1b24;max-inline-size:44em;margin:2em auto;padding-inline:1em}
h1{font-size:20pt;line-height:1.2}h2{font-size:13pt;margin-block:1.6em .4em;break-after:avoid}
ol,ul{list-style:none;padding:0}li{margin-block:.55em;break-inside:avoid}
time,.small{color:#5b5563;font-size:9.5pt}del{color:#8a2c2c}ins{color:#1d5a3a}
blockquote{margin:.2em 0;padding-inline-start:.8em;border-inline-start:2px solid #b9b2c2}
@media print{body{margin:0;padding:0;max-inline-size:none}}`

/** A page for people: no script, nothing fetched from anywhere, and paper as good as a screen. Part by part. (HI18) */
export function* pageParts(page: PageOf): Generator<string> {
  const said = (key: MessageKey, values = {}) => escaped(message(key, values))
  const clock = clockOf(page.timeZone)
  yield `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${said('bundle.title')}</title>`
  yield `<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>`
  yield `<h1>${said('bundle.title')}</h1><p>${escaped(page.clinic)}</p>`
  yield `<p class="small">${said('bundle.made', { when: clock.whole(page.madeAt), zone: page.timeZone })}</p>`
  yield `<p class="small">${said('bundle.unchecked', { entries: page.entries })}</p><ul>`
  for (const { name, relation } of page.people) {
    yield `<li>${escaped(name)} <span class="small">${said(`role.${relation}`)}</span></li>`
  }
  yield '</ul>'
  yield* days(page.moments, namedIn(page), clock)
  if (page.unreadable !== null) {
    yield `<p><strong>${said('bundle.unreadable', { seq: page.unreadable })}</strong></p>`
  }
  yield '</body></html>\n'
}

function* days(moments: readonly Moment[], named: Named, clock: BundleClock): Generator<string> {
  let day = ''
  for (const moment of moments) {
    const at = moment.kind === 'writing' ? moment.startedAt : moment.entry.at
    const today = clock.day(at)
    if (today !== day) yield `${day === '' ? '' : '</ol>'}<h2>${escaped(today)}</h2><ol>`
    day = today
    const effects = agreementEffects(moment).map((effect) => ` <strong>${escaped(effect)}</strong>`)
    yield `<li><time>${escaped(clock.time(at))}</time> ${escaped(sentenceOf(moment, named))}${effects.join('')}`
    yield `${wordsOf(moment)}${saidIn(moment).filter(Boolean).map(quote).join('')}</li>`
  }
  if (day !== '') yield '</ol>'
}

function wordsOf(moment: Moment): string {
  const words = moment.kind === 'writing' ? moment : moment.words
  if (words === null || words.before === words.after) return ''
  const parts = wordDiff(words.before, words.after).map(({ kind, text }) => {
    const tag = kind === 'removed' ? 'del' : kind === 'added' ? 'ins' : 'span'
    return `<${tag}>${escaped(text)}</${tag}>`
  })
  return `<blockquote dir="auto">${parts.join('')}</blockquote>`
}

const quote = (text: string) => `<blockquote dir="auto">${escaped(text)}</blockquote>`

/** The names that people have, and those that goals had last. */
function namedIn({ people, moments }: PageOf): Named {
  const names = new Map<string, string>(people.map(({ person, name }) => [person, name]))
  return { name: (person) => names.get(person) ?? message('bundle.somebody'), goal: goalNamesIn(moments) }
}

/** The names that goals had last. */
export function goalNamesIn(moments: readonly Moment[]): Named['goal'] {
  const goals = new Map<string, string>()
  for (const moment of moments) {
    if (moment.kind === 'writing') {
      if (moment.field === 'name') goals.set(moment.goal, moment.after)
    } else if (moment.payload.kind === 'goal.add' || moment.payload.kind === 'goal.share') {
      goals.set(moment.payload.goal, moment.payload.title)
    } else if (moment.payload.kind === 'wording.restore' && moment.payload.field === 'name' && moment.words) {
      goals.set(moment.payload.goal, moment.words.after)
    }
  }
  return (goal) => goals.get(goal)?.trim() || message('bundle.unnamed')
}

interface BundleClock {
  readonly day: (at: number) => string
  readonly time: (at: number) => string
  readonly whole: (at: number) => string
}

/** Throws a RangeError for a zone that there is not. */
export function clockOf(timeZone: string): BundleClock {
  const shown = (how: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat('en-GB', { ...how, timeZone })
    return (at: number) => format.format(at)
  }
  return {
    day: shown({ dateStyle: 'full' }),
    time: shown({ timeStyle: 'medium' }),
    whole: shown({ dateStyle: 'long', timeStyle: 'medium' }),
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
