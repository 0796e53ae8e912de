import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { SignOutIcon } from '@accord/ui/icons/sign-out-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { ThemeToggle } from '@accord/ui/theme/theme-toggle'
import { useSelf } from '../../lib/self-context.js'
import { usePortalMessages } from '../../lib/use-portal-messages.js'
import { KeepChoice } from './keep-choice.js'
import { WordingChoice } from './wording-choice.js'
import { useSignOut } from './use-sign-out.js'

interface AccountSheetProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Who is signed in, light or dark, and the way out. */
export function AccountSheet({ isOpen, onClose }: AccountSheetProps) {
  const t = usePortalMessages()
  const ui = useUiMessages()
  const { person, clinic } = useSelf()
  const { leave, isLeaving } = useSignOut(person.id)
  return (
    <Sheet title={person.name} isOpen={isOpen} onClose={onClose}>
      <p className="ac-muted">{t('account.who', { email: person.email, clinic: clinic.name })}</p>
      <div className="pt-account-theme">
        <p className="ac-label">{ui('theme.label')}</p>
        <ThemeToggle />
      </div>
      <KeepChoice />
      <WordingChoice />
      <Button block size="large" icon={<SignOutIcon size={20} />} isDisabled={isLeaving} onPress={leave}>
        {t('account.signOut')}
      </Button>
      <p className="ac-muted ac-small pt-account-note">{t('account.signOutNote')}</p>
    </Sheet>
  )
}
