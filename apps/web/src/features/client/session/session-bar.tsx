import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { Button } from '@accord/ui/controls/button'
import { ButtonLink } from '@accord/ui/controls/link'
import { Dialog } from '@accord/ui/controls/dialog'
import { DeskIcon } from '@accord/ui/icons/desk-icon'
import { PauseIcon } from '@accord/ui/icons/pause-icon'
import { useFormat } from '@accord/ui/messages/use-format'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { clientsOf, givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'
import type { LiveSession } from './live-session.js'

/** Over the goals while a session is live: what is shown, pausing, handing the device over, ending. */
export function SessionBar({ of: { session, board, act } }: { readonly of: LiveSession }) {
  const t = useWebMessages()
  const format = useFormat()
  const { plan, people, mayWrite } = useRoom()
  const [isEnding, setEnding] = useState(false)
  const names = format.list(clientsOf(people).map(({ name }) => givenName(name)))
  const showing = board?.showing ?? null
  useArrive({ session, board, act })
  if (!mayWrite) return <p className="web-session-bar">{t('session.watched')}</p>
  return (
    <section className="web-session-bar" aria-label={t('session.bar')}>
      <p className="ac-grow" role="status">
        {showing === null
          ? t('session.showsNothing', { names })
          : t('session.shows', { goal: goalName(t, plan, showing), names })}
      </p>
      {showing !== null && (
        <Button size="small" onPress={() => act.mutate({ path: 'show', body: { goal: null } })}>
          {t('session.stopShowing')}
        </Button>
      )}
      {plan.live?.pausedBy == null && (
        <Button size="small" icon={<PauseIcon size={16} />} onPress={() => act.mutate({ path: 'pause' })}>
          {t('session.pause')}
        </Button>
      )}
      <ButtonLink size="small" icon={<DeskIcon size={16} />} href={`/sessions/${session}/together`}>
        {t('session.handOver')}
      </ButtonLink>
      <Button size="small" kind="danger" onPress={() => setEnding(true)}>
        {t('session.end')}
      </Button>
      {isEnding && <EndDialog of={{ session, board, act }} names={names} onClose={() => setEnding(false)} />}
    </section>
  )
}

/** Whoever works in the session is there; that is said once. (SE8) */
function useArrive({ board, act }: LiveSession): void {
  const { viewer, mayWrite } = useRoom()
  const isMissing = board !== null && !board.arrived.some(({ person }) => person === viewer)
  const { mutate } = act
  useEffect(() => {
    if (isMissing && mayWrite) mutate({ path: 'arrive' })
  }, [isMissing, mayWrite, mutate])
}

interface EndDialogProps {
  readonly of: LiveSession
  readonly names: string
  readonly onClose: () => void
}

function EndDialog({ of: { session, act }, names, onClose }: EndDialogProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const navigate = useNavigate()
  // The plan says that it ended before the answer is here, and this dialog is gone by then.
  const end = () =>
    void act.mutateAsync({ path: 'end' }).then(() => navigate(`/sessions/${session}`), onClose)
  return (
    <Dialog
      title={t('session.end.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isPending={act.isPending} onPress={end}>
            {t('session.end.do')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {ui('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p>{t('session.end.sentence', { names })}</p>
    </Dialog>
  )
}
