import type { PersonId } from '@accord/domain/ids'
import type { ItemAbout, RecordAddendum } from '@accord/domain/rest/addenda'
import type { PersonName } from '@accord/domain/sync/wire'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { UiTranslate } from '../moments/moment-sentence.js'
import { shortNameOf } from '../whose-goal/short-name.js'

export interface ItemOfRecord {
  readonly kind: RecordAddendum['kind']
  readonly about: ItemAbout
}

/** How an item of a record is called, and when and by whom it came to be. */
export interface ItemWords {
  readonly title: string
  readonly line: string
}

/** @param people of the case */
export function useItemWords(people: readonly PersonName[]): (item: ItemOfRecord, now: Date) => ItemWords {
  const t = useUiMessages()
  const format = useFormat()
  const named = (id: PersonId | null) => (id === null ? '' : shortNameOf(people, id) || t('person.former'))
  return (item, now) => {
    const { at, by } = item.about
    const day = at === null ? '' : format.day(new Date(at), now)
    return { title: titleOf(t, item, named(by)), line: lineOf(t, item.kind, { by: named(by), day }) }
  }
}

function titleOf(t: UiTranslate, { kind, about: { name, number } }: ItemOfRecord, by: string): string {
  switch (kind) {
    case 'moment':
      return name ?? t('items.title.moment')
    case 'session':
      return number === null ? t('items.title.cancelled') : t('items.title.session', { number })
    case 'check-in':
      return t('items.title.check-in', { number: number ?? 0 })
    case 'questionnaire':
      return name ?? t('items.title.questionnaire')
    case 'supervisor-said':
      return t('items.title.supervisor-said', { by })
    case 'disclosure':
      return t('items.title.disclosure', { name: name ?? '' })
    case 'note':
      return t('items.title.note', { number: number ?? 0 })
    case 'barrier':
    case 'safety-plan':
    case 'ending':
      return t(`items.title.${kind}`)
  }
}

function lineOf(
  t: UiTranslate,
  kind: ItemOfRecord['kind'],
  said: { readonly by: string; readonly day: string },
): string {
  const { by, day } = said
  switch (kind) {
    case 'moment':
      return by === '' ? t('items.line.agreed', { day }) : t('items.line.moment', { day })
    case 'session':
    case 'supervisor-said':
      return day
    case 'check-in':
    case 'questionnaire':
      return t('items.line.sent', said)
    case 'barrier':
    case 'safety-plan':
    case 'ending':
    case 'disclosure':
    case 'note':
      return t(`items.line.${kind}`, said)
  }
}
