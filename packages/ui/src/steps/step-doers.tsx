import type { Step } from '@accord/domain/goal/step'
import type { Voices } from '../attributed-text/author-runs.js'

interface StepDoersProps {
  readonly who: Step['who']
  readonly voices: Voices
}

/** Who does a step: a half disc on their own side, and the name. */
export function StepDoers({ who, voices }: StepDoersProps) {
  return (
    <span className="ac-doers">
      {who.map((person) => {
        const voice = voices[person]
        return (
          voice && (
            <span key={person} className="ac-doer" data-relation={voice.relation}>
              <i aria-hidden="true" />
              {voice.name}
            </span>
          )
        )
      })}
    </span>
  )
}
