import type { PersonId } from '@accord/domain/ids'
import type { Format } from '@accord/ui/messages/format'
import type { Translate } from '@accord/ui/messages/translate'
import type { Concern } from '../../lib/attention.js'
import { nameOf } from '../../lib/people.js'
import type { Messages } from '../../messages/compiled/messages.js'

interface Reader {
  readonly t: Translate<Messages>
  readonly format: Format
  readonly self: PersonId
}

interface ConcernWords {
  readonly title: string
  readonly note: string
  readonly act: string
}

/** Why something is on the first screen, and the one thing to do about it. (AT1) */
export function concernWords({ t, format, self }: Reader, { item, of }: Concern): ConcernWords {
  const called = (person: PersonId) => nameOf(of.people, person) ?? t('people.former')
  const goal = item.goalName === '' ? t('home.unnamed') : item.goalName
  const what = 'step' in item && item.step !== null ? 'step' : 'other'
  switch (item.kind) {
    case 'lapsed': {
      const by = item.by === null ? 'nobody' : item.by === self ? 'you' : 'other'
      const name = item.by === null ? '' : called(item.by)
      const names = format.list(item.agreedBy.map(called))
      const note = t('home.lapsed.note', { names, count: item.agreedBy.length })
      return { title: t('home.lapsed', { by, name, goal, what }), note, act: t('home.act.decide') }
    }
    case 'awaits-you': {
      const names = format.list(item.agreedBy.map(called))
      const title = t('home.awaits', { names, count: item.agreedBy.length, goal, what })
      return { title, note: t('home.awaits.note'), act: t('home.act.decide') }
    }
    case 'answered': {
      const title = t(`home.answered.${item.answer}`, { name: called(item.by), goal })
      const note = item.reason === null ? t('home.answered.note') : t('home.quote', { words: item.reason })
      return { title, note, act: t('home.act.open') }
    }
    case 'question':
    case 'comment':
    case 'question-answered': {
      const said = { name: called(item.by), goal }
      const note = t('home.quote', { words: item.text })
      return { title: t(`home.${item.kind}`, said), note, act: t(`home.act.${item.kind}`) }
    }
    case 'goal-started':
    case 'goal-shared': {
      const key = item.kind === 'goal-shared' ? 'home.shared' : 'home.started'
      return {
        title: t(key, { name: called(item.by), goal }),
        note: t(`${key}.note`),
        act: t('home.act.open'),
      }
    }
    case 'step-due':
      return { title: item.text, note: '', act: t('home.act.open') }
  }
}
