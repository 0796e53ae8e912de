import { Injectable } from '@nestjs/common'
import { filter, map, merge, Subject, type Observable } from 'rxjs'
import { Neighbours } from './neighbours.js'
import type { Stir } from './stir.js'

/** What was changed past the live plan, here or at another process: told after the commit, and nobody waits for it. (PU1) */
@Injectable()
export class Stirrings {
  private readonly own = new Subject<Stir>()
  readonly heard: Observable<Stir>

  constructor(private readonly neighbours: Neighbours) {
    const theirs = neighbours.heard.pipe(
      map(({ hint }) => (hint.kind === 'stirred' ? hint.stir : null)),
      filter((stir) => stir !== null),
    )
    this.heard = merge(this.own, theirs)
  }

  tell(stir: Stir): void {
    this.own.next(stir)
    this.neighbours.tell({ kind: 'stirred', stir })
  }
}
