import type { AnswerKind } from '@accord/domain/agreement/answer'
import { useId, useState } from 'react'
import { Button } from '../controls/button.js'
import { useFormat } from '../messages/use-format.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { SealHalf } from '../seal/seal-half.js'
import { Seal } from '../seal/seal.js'
import { type AgreementBlock, blockSentence } from './agreement-block.js'
import {
  type AgreementParty,
  OTHER_ANSWERS,
  type OtherAnswer,
  othersNamed,
  type Standing,
  viewerOf,
} from './agreement-party.js'
import { AnswerDialog } from './answer-dialog.js'
import { OthersAnswers } from './others-answers.js'

export interface AgreementBarProps {
  readonly standing: Standing
  /** All live parties. Without the viewer among them (a supervisor reads along) there is nothing to press. */
  readonly parties: readonly AgreementParty[]
  readonly blocked?: AgreementBlock | undefined
  readonly onAgree: () => void
  readonly onAnswer: (answer: OtherAnswer, reason: string | null) => void
}

/** Under a goal in the console: agree to exactly these words, or say something else as plainly. */
export function AgreementBar({ standing, parties, blocked, onAgree, onAnswer }: AgreementBarProps) {
  const t = useUiMessages()
  const format = useFormat()
  const reasonId = useId()
  const [answering, setAnswering] = useState<OtherAnswer>()
  const viewer = viewerOf(parties)
  const given = viewer?.answer ?? null
  const block: AgreementBlock | undefined = standing === 'no-words' ? { kind: 'no-words' } : blocked
  return (
    <div className="ac-agreement">
      <OthersAnswers parties={parties} />
      {viewer !== undefined && (
        <div className="ac-agreement-bar">
          {given !== null && <p className="ac-agreement-own">{t(`agreement.yours.${given.kind}`)}</p>}
          {given?.kind !== 'agree' && (
            <Button
              kind="primary"
              icon={<Seal halves={halfClosedBy(viewer)} size={20} />}
              onPress={onAgree}
              blockedBy={block && reasonId}
            >
              {t('agreement.agree')}
            </Button>
          )}
          {block !== undefined && given?.kind !== 'agree' ? (
            <span id={reasonId} className="ac-agreement-why ac-muted ac-small">
              {blockSentence(t, block)}
            </span>
          ) : (
            <OtherChoices given={given?.kind} onChoose={setAnswering} />
          )}
        </div>
      )}
      {answering !== undefined && (
        <AnswerDialog
          initial={answering}
          readers={othersNamed(parties, format)}
          onClose={() => setAnswering(undefined)}
          onSend={(answer, reason) => {
            setAnswering(undefined)
            onAnswer(answer, reason)
          }}
        />
      )}
    </div>
  )
}

interface OtherChoicesProps {
  readonly given: AnswerKind | undefined
  readonly onChoose: (answer: OtherAnswer) => void
}

/** After a yes one button takes it back; before, each other answer has its own. */
function OtherChoices({ given, onChoose }: OtherChoicesProps) {
  const t = useUiMessages()
  if (given === 'agree') {
    return (
      <Button kind="quiet" onPress={() => onChoose('not-yet')}>
        {t('agreement.takeBack')}
      </Button>
    )
  }
  return OTHER_ANSWERS.filter((kind) => kind !== given).map((kind) => (
    <Button key={kind} kind={kind === 'not-yet' ? 'secondary' : 'quiet'} onPress={() => onChoose(kind)}>
      {t(`agreement.answer.${kind}`)}
    </Button>
  ))
}

/** The seal in the button shows what pressing it does: the viewer's half closes. */
export function halfClosedBy(viewer: AgreementParty): readonly SealHalf[] {
  return (['practitioner', 'client'] as const).map((side) => ({
    side,
    state: side === viewer.side ? 'on' : 'off',
  }))
}
