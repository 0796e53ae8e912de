import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { newCount } from '@accord/domain/attention/attention-of'
import { IconButton } from '@accord/ui/controls/icon-button'
import { BellIcon } from '@accord/ui/icons/bell-icon'
import { attentionQuery } from '../../lib/attention.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { withWords } from '../../lib/words.js'

/** Comes after the first screen, before somebody wants it. */
const BellSheet = lazy(async () => ({ default: (await withWords(import('./bell-sheet.js'))).BellSheet }))

/** What is new since one last looked: a count, and behind it the list. (AT8) */
export function Bell() {
  const t = usePortalMessages()
  const [isOpen, setOpen] = useState(false)
  const { data: list } = useQuery(attentionQuery)
  const cases = list?.cases ?? []
  const count = newCount(
    cases.flatMap(({ items, looks, sessions }) => [
      ...items,
      ...looks,
      // They are told only until they were seen. (AT15)
      ...sessions.map(() => ({ isNew: true })),
    ]),
  )
  return (
    <span className="pt-bell">
      <IconButton label={t('bell.label', { count })} onPress={() => setOpen(true)}>
        <BellIcon size={26} />
      </IconButton>
      {count > 0 && (
        <span className="pt-bell-count" aria-hidden="true">
          {count}
        </span>
      )}
      <Suspense>
        <BellSheet list={count === 0 ? undefined : list} isOpen={isOpen} onClose={() => setOpen(false)} />
      </Suspense>
    </span>
  )
}
