import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '@accord/domain/ids'
import type { SignInState } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { givenName } from '../../lib/people.js'
import { refusalCode } from '../../lib/request-failure.js'
import { useSelf } from '../../lib/self-context.js'
import { toasts } from '../../lib/toasts.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { setDoor, signOutEverywhere } from './api/disable.js'
import { beginReset, makeFirstSignIn } from './api/first-sign-in.js'
import { HandOver } from './hand-over.js'
import { SignInChip } from './people/people-tables.js'
import { SaveTrouble } from './save-trouble.js'

interface SignInBoxProps {
  readonly person: { readonly id: PersonId; readonly name: string; readonly signIn: SignInState }
}

/** How somebody comes in: whether they can, a first link for them, and closing the door. */
export function SignInBox({ person }: SignInBoxProps) {
  const t = useWebMessages()
  const self = useSelf()
  const queries = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const name = givenName(person.name)
  const refresh = () => queries.invalidateQueries()
  const link = useMutation({
    mutationFn: (way: 'letter' | 'hand' | 'reset') =>
      way === 'reset' ? beginReset(person.id) : makeFirstSignIn(person.id, way),
    onSuccess: refresh,
  })
  const door = useMutation({
    mutationFn: (way: 'disable' | 'enable') => setDoor(person.id, way),
    onSuccess: async (_, way) => {
      setIsAsking(false)
      toasts.add({ kind: 'done', words: t(`desk.signIn.${way}d`, { name }) })
      await refresh()
    },
  })
  const out = useMutation({
    mutationFn: () => signOutEverywhere(person.id),
    onSuccess: () => toasts.add({ kind: 'done', words: t('desk.signIn.signedOut', { name }) }),
  })
  const isNew = person.signIn === 'not-invited'
  const isDisabled = person.signIn === 'disabled'
  const isSelf = person.id === self.person.id
  // With a link for somebody who has a password an administrator could come in as them. (CL9)
  const mayInvite = isNew || person.signIn === 'invited'
  return (
    <section className="web-desk-box" aria-labelledby="sign-in-box">
      <div className="web-desk-head">
        <h2 className="ac-subheading" id="sign-in-box">
          {t('desk.signIn.heading')}
        </h2>
        <SignInChip state={person.signIn} />
      </div>
      <p className="ac-muted ac-small">
        {t('desk.signIn.says', { state: isNew ? 'none' : person.signIn, name })}
      </p>
      {mayInvite && !isSelf && (
        <div className="web-desk-actions">
          <Button
            kind={isNew ? 'primary' : 'secondary'}
            isPending={link.isPending}
            onPress={() => link.mutate('letter')}
          >
            {t('desk.signIn.send')}
          </Button>
          <Button kind="quiet" isPending={link.isPending} onPress={() => link.mutate('hand')}>
            {t('desk.signIn.make')}
          </Button>
        </div>
      )}
      {person.signIn === 'active' && !isSelf && (
        <div className="web-desk-actions">
          <Button isPending={link.isPending} onPress={() => link.mutate('reset')}>
            {t('desk.signIn.reset')}
          </Button>
          <Button kind="quiet" isPending={out.isPending} onPress={() => out.mutate()}>
            {t('desk.signIn.signOut', { name })}
          </Button>
        </div>
      )}
      {isDisabled && (
        <Button isPending={door.isPending} onPress={() => door.mutate('enable')}>
          {t('desk.signIn.enable', { name })}
        </Button>
      )}
      {!isDisabled && !isSelf && (
        <Button kind="quiet" onPress={() => setIsAsking(true)}>
          {t('desk.signIn.disable', { name })}
        </Button>
      )}
      {isSelf && <p className="ac-muted ac-small">{t('desk.signIn.self')}</p>}
      {refusalCode(link.error) === 'no-mail-server' ? (
        <p className="ac-small" role="alert">
          {t('desk.signIn.noMail', { name })}
        </p>
      ) : (
        <SaveTrouble error={link.error ?? out.error ?? (isAsking ? null : door.error)} />
      )}
      {link.data !== undefined && (
        <HandOver
          name={person.name}
          given={link.data}
          isAgain={link.variables === 'reset'}
          onClose={() => link.reset()}
        />
      )}
      <Dialog
        title={t('desk.signIn.disableTitle', { name: person.name })}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button kind="danger" isPending={door.isPending} onPress={() => door.mutate('disable')}>
              {t('desk.signIn.disable', { name })}
            </Button>
            <Button onPress={() => setIsAsking(false)}>{t('desk.cancel')}</Button>
          </>
        }
      >
        <p>{t('desk.signIn.disableEffect', { name })}</p>
        <SaveTrouble error={door.error} />
      </Dialog>
    </section>
  )
}
