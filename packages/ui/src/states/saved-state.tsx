import { CheckIcon } from '../icons/check-icon.js'
import { CloudOffIcon } from '../icons/cloud-off-icon.js'
import { ErrorIcon } from '../icons/error-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

/** What became of the words on screen. `waiting` counts edits that the server hasn't confirmed. */
export type Saving =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'late'; readonly waiting: number }
  | { readonly kind: 'offline'; readonly waiting: number }
  | { readonly kind: 'not-saved' }

interface SavedStateProps {
  readonly saving: Saving
  /** The short form, for narrow places. */
  readonly isShort?: boolean
}

/** Says "saved" only of what is saved. */
export function SavedState({ saving, isShort }: SavedStateProps) {
  const t = useUiMessages()
  return (
    <span
      className="ac-saved"
      data-kind={saving.kind}
      role={saving.kind === 'not-saved' ? 'alert' : 'status'}
    >
      {saving.kind === 'saved' && !isShort && <CheckIcon size={15} />}
      {(saving.kind === 'offline' || saving.kind === 'late') && <CloudOffIcon size={15} />}
      {saving.kind === 'not-saved' && <ErrorIcon size={15} />}
      {words(t, saving, isShort ?? false)}
    </span>
  )
}

function words(t: ReturnType<typeof useUiMessages>, saving: Saving, isShort: boolean): string {
  switch (saving.kind) {
    case 'saved':
      return isShort ? t('saved.saved') : t('saved.everyKeystroke')
    case 'saving':
      return t('saved.saving')
    case 'late':
      return t('saved.late')
    case 'offline':
      return t('saved.offline', { count: saving.waiting })
    case 'not-saved':
      return t('saved.notSaved')
  }
}
