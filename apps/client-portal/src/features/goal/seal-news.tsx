import { useState } from 'react'
import type { Agreement } from '@accord/domain/agreement/state'
import { usePortalMessages } from '../../lib/use-portal-messages.js'

/** Says politely to who can't see the seal that it closed or opened; nothing when a page is opened. */
export function SealNews({ standing }: { readonly standing: Agreement['kind'] }) {
  const t = usePortalMessages()
  const [first, setFirst] = useState<Agreement['kind'] | null>(standing)
  if (first !== null && first !== standing) setFirst(null)
  const isNews = first === null && (standing === 'agreed' || standing === 'lapsed')
  return (
    <p className="ac-hidden" role="status">
      {isNews && t(`news.${standing}`)}
    </p>
  )
}
