import { useMutation } from '@tanstack/react-query'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { PersonId } from '@accord/domain/ids'
import { Button } from '@accord/ui/controls/button'
import { Link } from '@accord/ui/controls/link'
import { VisuallyHidden } from '@accord/ui/controls/visually-hidden'
import { SignOutIcon } from '@accord/ui/icons/sign-out-icon'
import { Avatar } from '@accord/ui/presence/avatar'
import type { Relation } from '@accord/domain/case/relation'
import { ThemeToggle } from '@accord/ui/theme/theme-toggle'
import { WordingToggle } from '@accord/ui/wording/wording-toggle'
import { forgetOpened } from '../../lib/opened-cases.js'
import { isSignedOut } from '../../lib/request-failure.js'
import { useSelf } from '../../lib/self-context.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { signOut } from './api/sign-out.js'

/** Who is signed in: name, role, light or dark, and the way out. */
export function AccountMenu() {
  const t = useWebMessages()
  const self = useSelf()
  const { person, clinic, roles } = self
  const relation: Relation = roles[0] ?? 'administrator'
  return (
    <DialogTrigger>
      <AriaButton className="web-account">
        <VisuallyHidden>{t('account.open', { name: person.name })}</VisuallyHidden>
        <Avatar name={person.name} relation={relation} isPresent />
      </AriaButton>
      <Popover className="ac-popover" placement="end bottom">
        <Dialog className="web-account-menu" aria-label={t('account.label')}>
          <div className="web-account-who">
            <Avatar name={person.name} relation={relation} isPresent size="large" />
            <div>
              <p className="ac-strong">{person.name}</p>
              <p className="ac-muted ac-small">
                {roles.map((role) => t('account.role', { role })).join(' · ')}
              </p>
              <p className="ac-muted ac-small">{clinic.name}</p>
            </div>
          </div>
          <div className="web-account-theme">
            <p className="ac-tiny ac-muted">{t('account.theme')}</p>
            <ThemeToggle />
          </div>
          <div className="web-account-theme">
            <p className="ac-tiny ac-muted">{t('account.wording')}</p>
            <WordingToggle />
          </div>
          <div className="web-account-theme">
            <Link href="/account">{t('account.ways')}</Link>
          </div>
          <SignOut />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

/** Signing out forgets what this device kept of the person, unsent words too; it says so before. */
function SignOut() {
  const t = useWebMessages()
  const { person } = useSelf()
  const leaving = useMutation({
    mutationFn: async () => {
      try {
        await signOut()
      } catch (error) {
        // A sign-in that has ended by itself is as good as ended now.
        if (!(error instanceof Error) || !isSignedOut(error)) throw error
      }
      await forget(person.id)
    },
    // A fresh page: nothing that the person was shown stays in this tab's memory.
    onSuccess: () => window.location.assign('/sign-in'),
  })
  return (
    <div className="web-account-leave">
      <Button icon={<SignOutIcon />} block isPending={leaving.isPending} onPress={() => leaving.mutate()}>
        {t('account.signOut')}
      </Button>
      <p className="ac-tiny ac-muted" role={leaving.isError ? 'alert' : undefined}>
        {leaving.isError ? t('account.signOutFailed') : t('account.signOutHint')}
      </p>
    </div>
  )
}

/** Closes what is open and wipes what is kept; fetched only now, as the sign-in page needs none of it. */
async function forget(person: PersonId): Promise<void> {
  const { closeLivePlans } = await import('@accord/ui/live-plan/use-live-plan')
  const { wipePerson } = await import('@accord/ui/pending-store/wipe')
  closeLivePlans()
  forgetOpened(person)
  await wipePerson(person)
}
