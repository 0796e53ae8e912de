import type { ReactNode } from 'react'
import type { ComfortProfile } from '@accord/domain/rest/comfort'
import { useFormat } from '@accord/ui/messages/use-format'
import { firstName } from '../../../lib/people.js'
import { useSelf } from '../../../lib/self-context.js'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

interface ReadersWords {
  /** Oneself first. */
  readonly people: ComfortProfile['readers']
  /** "You, Mara and Ruth. Not the front desk." */
  readonly sentence: ReactNode
  /** The readers but oneself: "Mara and Ruth". */
  readonly others: string
}

/** The server's own answer to who may read this, in words. (CL20) */
export function useReadersSentence({ readers }: Pick<ComfortProfile, 'readers'>): ReadersWords {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const others = readers.filter((one) => one.person !== person.id)
  return {
    people: [...readers.filter((one) => one.person === person.id), ...others],
    sentence: (
      <>
        <b>{t('comfort.readers', { names: format.list([t('readers.you'), ...firstNames(others)]) })}</b>{' '}
        {t('comfort.notTheDesk')}
      </>
    ),
    others: format.list(firstNames(others)),
  }
}

function firstNames(people: readonly { readonly name: string }[]): readonly string[] {
  return people.map(({ name }) => firstName(name))
}
