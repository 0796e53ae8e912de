import { useId } from 'react'

/** Circumference that the words may fill, in the seal's units; a little less than the whole circle. */
const WORDS_LENGTH = 226
/** Width of a capital at font size 1, with its share of letter-spacing; measured on Hanken Grotesk at 560. */
const CAPITAL = 0.76
const TICKS = Array.from({ length: 60 }, (_, index) => index * 6)

interface SealRingProps {
  /** Words round the seal; scripts that don't stand on a curve get ticks instead. */
  readonly words: string | undefined
}

export function SealRing({ words }: SealRingProps) {
  const id = useId()
  return (
    <g aria-hidden="true">
      <circle className="ac-seal-rule" cx="32" cy="31" r="45" />
      <circle className="ac-seal-rule" cx="32" cy="31" r="33" />
      {words === undefined ? (
        TICKS.map((angle) => (
          <path key={angle} className="ac-seal-rule" d="M32 -11.5v5" transform={`rotate(${angle} 32 31)`} />
        ))
      ) : (
        <>
          <path id={id} d="M32 67.5A36.5 36.5 0 1 1 32.01 67.5" fill="none" />
          <text className="ac-seal-words" fontSize={fontSizeFor(words)}>
            <textPath href={`#${id}`} textLength={WORDS_LENGTH} lengthAdjust="spacing">
              {words}
            </textPath>
          </text>
        </>
      )}
    </g>
  )
}

/** As large as the circle lets the words be, within what stays legible and what stays modest. */
function fontSizeFor(words: string): number {
  return Math.min(6.8, Math.max(4.4, Math.round((WORDS_LENGTH / (words.length * CAPITAL)) * 10) / 10))
}
