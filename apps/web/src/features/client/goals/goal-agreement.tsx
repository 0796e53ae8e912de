import { useState } from 'react'
import type { Agreement } from '@accord/domain/agreement/state'
import type { Goal } from '@accord/domain/goal/goal'
import { AgreementBar } from '@accord/ui/agreement/agreement-bar'
import { type AgreementParty, halvesOf, viewerOf } from '@accord/ui/agreement/agreement-party'
import { ChangeDialog } from '@accord/ui/agreement/change-dialog'
import { ConfirmAgreeDialog } from '@accord/ui/agreement/confirm-agree-dialog'
import { StaleAgreement } from '@accord/ui/agreement/stale-agreement'
import { AttributedText } from '@accord/ui/attributed-text/attributed-text'
import { LapseStrip } from '@accord/ui/goal/lapse-strip'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { useRoom } from '../room/room-context.js'
import { useDesk } from './desk-context.js'
import { changeSince, tellingWords } from './lapse.js'
import { useAnswer } from './use-answer.js'

interface GoalAgreementProps {
  readonly goal: Goal
  readonly agreement: Agreement
  readonly parties: readonly AgreementParty[]
}

/** Under a goal's words: what was agreed, what changed since, and the viewer's answer. */
export function GoalAgreement({ goal, agreement, parties }: GoalAgreementProps) {
  const { live, view, people, voices, mayWrite, plan } = useRoom()
  const { confirming, confirm, open } = useDesk()
  const { answer, blocked } = useAnswer(goal)
  // A refusal doesn't name its goal; it is about the one that was answered last from here.
  const [asked, setAsked] = useState(false)
  const stale = view.notSaved.findIndex(({ code }) => code === 'words-changed')
  const give: typeof answer = (kind, reason) => {
    setAsked(true)
    answer(kind, reason)
  }
  if (asked && stale >= 0) {
    const changer = goal.lastChange.statement?.by
    const read = () => {
      setAsked(false)
      live.dismissRefused(stale)
      open({ goal: goal.id, field: 'statement' })
    }
    return (
      <div className="web-stale">
        <StaleAgreement
          name={givenName((changer && personOf(people, changer)?.name) ?? '')}
          halves={halvesOf(parties)}
          onRead={read}
        />
      </div>
    )
  }
  const shown = mayWrite ? parties : parties.map((party) => ({ ...party, isViewer: false }))
  return (
    <>
      {agreement.kind === 'lapsed' && <Lapse goal={goal} agreement={agreement} parties={parties} />}
      <AgreementBar
        standing={agreement.kind}
        parties={shown}
        blocked={blocked}
        onAgree={() => give('agree', null)}
        onAnswer={give}
      />
      {confirming === goal.id && plan.goals[goal.id] !== undefined && (
        <ConfirmAgreeDialog
          isOpen={blocked === undefined}
          onClose={() => confirm(null)}
          onAgree={() => {
            confirm(null)
            give('agree', null)
          }}
        >
          <AttributedText text={goal.statement.text} runs={goal.statement.runs} voices={voices} />
        </ConfirmAgreeDialog>
      )}
    </>
  )
}

interface LapseProps {
  readonly goal: Goal
  readonly agreement: Extract<Agreement, { readonly kind: 'lapsed' }>
  readonly parties: readonly AgreementParty[]
}

function Lapse({ goal, agreement, parties }: LapseProps) {
  const format = useFormat()
  const { voices, now } = useRoom()
  const [isShown, setIsShown] = useState(false)
  const isBoth = viewerOf(parties) !== undefined && parties.length === 2
  const names = format.list(parties.map(({ name }) => name))
  return (
    <>
      <LapseStrip
        {...(isBoth ? {} : { names })}
        day={format.day(new Date(agreement.before.at), now)}
        words={tellingWords(agreement, goal.statement.text)}
        onSeeChange={() => setIsShown(true)}
      />
      <ChangeDialog
        segments={isShown ? changeSince(agreement, goal.statement) : []}
        voices={voices}
        isOpen={isShown}
        onClose={() => setIsShown(false)}
      />
    </>
  )
}
