import { LockIcon } from '@accord/ui/icons/lock-icon'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { LateBanner } from '@accord/ui/states/late-banner'
import { OfflineBanner } from '@accord/ui/states/offline-banner'
import { SavedState } from '@accord/ui/states/saved-state'
import { usePortalMessages } from '../../../lib/use-portal-messages.js'

/** Under the header, where other goals say who is here: nobody is, and whether the last words are saved. */
export function DraftBanner({ view }: { readonly view: LiveView }) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { saved } = view
  if (saved.kind === 'offline') {
    return view.isKeptHere ? (
      <OfflineBanner waiting={saved.waiting} />
    ) : (
      <p className="pt-not-kept" role="alert">
        {t('goal.offlineNotKept')}
      </p>
    )
  }
  if (saved.kind === 'late') return <LateBanner waiting={saved.waiting} isKeptHere={view.isKeptHere} />
  return (
    <div className="pt-draft-band">
      <LockIcon size={16} />
      <span role="status">{ui('private.onlyYou')}</span>
      <SavedState saving={saved} isShort />
    </div>
  )
}
