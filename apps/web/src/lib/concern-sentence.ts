import type { PersonId } from '@accord/domain/ids'
import type { Format } from '@accord/ui/messages/format'
import type { Concern } from './attention.js'
import { clientsOf, givenName, personOf } from './people.js'
import type { WebTranslate } from './use-web-messages.js'

interface Reader {
  readonly t: WebTranslate
  readonly format: Format
  readonly self: PersonId
}

interface ConcernWords {
  readonly title: string
  readonly act: string
}

/** Why something is in the list, and the one thing to do about it. (AT1) */
export function concernWords(reader: Reader, { item, of }: Concern): ConcernWords {
  const { t, format, self } = reader
  const nameOf = (person: PersonId) => givenName(personOf(of.people, person)?.name ?? '')
  const goal = item.goalName === '' ? t('goals.unnamed') : item.goalName
  const what = 'step' in item && item.step !== null ? 'step' : 'other'
  switch (item.kind) {
    case 'lapsed': {
      const by = item.by === null ? 'nobody' : item.by === self ? 'you' : 'other'
      const name = item.by === null ? '' : nameOf(item.by)
      const act = of.relation === 'supervisor' ? t('today.act.read') : t('today.act.review')
      return { title: t('today.lapsed', { by, name, goal, what }), act }
    }
    case 'awaits-you': {
      const names = format.list(item.agreedBy.map(nameOf))
      const title = t('today.awaits', { names, count: item.agreedBy.length, goal, what })
      return { title, act: t('today.act.answer') }
    }
    case 'answered': {
      const title = t(`today.answered.${item.answer}`, { name: nameOf(item.by), goal })
      return { title, act: t('today.act.read') }
    }
    case 'question':
      return { title: t('today.question', { name: nameOf(item.by), goal }), act: t('today.act.reply') }
    case 'comment':
      return { title: t('today.comment', { name: nameOf(item.by), goal }), act: t('today.act.open') }
    case 'question-answered':
      return { title: t('today.replied', { name: nameOf(item.by), goal }), act: t('today.act.open') }
    case 'goal-started':
      return { title: t('today.started', { name: nameOf(item.by), goal }), act: t('today.act.read') }
    case 'goal-shared':
      return { title: t('today.shared', { name: nameOf(item.by), goal }), act: t('today.act.read') }
    case 'step-due':
      return { title: item.text, act: t('today.act.open') }
  }
}

/** Whose plan it is. */
export function concernOf(format: Format, { of }: Concern): string {
  return format.list(clientsOf(of.people).map(({ name }) => name))
}
