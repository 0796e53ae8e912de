import { EditorSelection } from '@codemirror/state'
import { RectangleMarker, type EditorView, type LayerMarker } from '@codemirror/view'
import type { Relation } from '@accord/domain/case/relation'

/** How a caret looks. */
export interface CaretLook {
  readonly relation: Relation
  readonly name: string
  /** True when its flag has faded. */
  readonly isStill: boolean
  /** False for the own caret, of which the browser draws the bar. */
  readonly hasBar: boolean
  readonly isRightToLeft: boolean
}

/** Rough width of a flag: its padding and so much a letter, in px. Enough to know that it would leave the page. */
const FLAG_PADDING = 18
const FLAG_LETTER = 7

/** A caret of 2 px and the flag with a name: above it for the practitioner, below it for the client. */
export class CaretMarker implements LayerMarker {
  readonly #box: RectangleMarker
  readonly #look: CaretLook
  readonly #isBack: boolean

  constructor(box: RectangleMarker, look: CaretLook, isBack: boolean) {
    this.#box = box
    this.#look = look
    this.#isBack = isBack
  }

  static at(view: EditorView, head: number, look: CaretLook): readonly CaretMarker[] {
    const width = FLAG_PADDING + look.name.length * FLAG_LETTER
    return RectangleMarker.forRange(view, 'ac-peer-caret', EditorSelection.cursor(head)).map((box) => {
      const space = look.isRightToLeft ? box.left : view.contentDOM.clientWidth - box.left
      return new CaretMarker(box, look, space < width)
    })
  }

  eq(other: LayerMarker): boolean {
    return (
      other instanceof CaretMarker &&
      this.#box.eq(other.#box) &&
      this.#isBack === other.#isBack &&
      JSON.stringify(this.#look) === JSON.stringify(other.#look)
    )
  }

  draw(): HTMLElement {
    const caret = document.createElement('div')
    const flag = document.createElement('i')
    flag.append(document.createElement('span'))
    caret.append(flag)
    this.#adjust(caret)
    return caret
  }

  update(caret: HTMLElement, before: LayerMarker): boolean {
    if (!(before instanceof CaretMarker)) return false
    this.#adjust(caret)
    return true
  }

  #adjust(caret: HTMLElement): void {
    const { relation, name, isStill, hasBar, isRightToLeft } = this.#look
    caret.className = 'ac-caret ac-peer-caret'
    caret.dataset.relation = relation
    // Above for the practitioner and below for the client, so that two carets on one line never collide.
    caret.dataset.flag = relation === 'client' || relation === 'guardian' ? 'below' : 'above'
    caret.dir = isRightToLeft ? 'rtl' : 'ltr'
    caret.toggleAttribute('data-still', isStill)
    caret.toggleAttribute('data-own', !hasBar)
    caret.toggleAttribute('data-back', this.#isBack)
    caret.style.left = `${this.#box.left}px`
    caret.style.top = `${this.#box.top}px`
    caret.style.height = `${this.#box.height}px`
    const label = caret.querySelector('span')
    if (label && label.textContent !== name) label.textContent = name
  }
}
