import {isSame} from '../../util/same.ts'

/** What of the engine knows all names, and tells how much of one it takes to tell it apart; of the one version that is installed. */
interface Naming {
  readonly opt: Readonly<Record<string, unknown>>
  /** Gives a name in another script; fills in what it lacks. */
  readonly nameOutput: {getName(name: object, locales: string, isLast: boolean): unknown}
  readonly registry: {
    readonly registry: Readonly<Record<string, unknown>>
    readonly namereg: {
      addname: (id: string, name: object, at: number) => void
      delitems: (ids: unknown) => unknown
      evalname: Weigh
    }
  }
}

type Weigh = (id: string, name: object, at: number, least: unknown, form: unknown, initials: unknown) => unknown

/** What the engine was told of a name, by the work that it is in. */
interface Told {
  readonly id: string
  isEntered: boolean
  /** How it was weighed last, from nothing and from more. */
  readonly weighed: [nothing?: Weighed, more?: Weighed]
}

interface Weighed {
  readonly by: ReadonlyArray<unknown>
  readonly weight: unknown
}

/** The works of engines in which a name was met of which was not said how much it takes. */
const undecided = new WeakMap<object, Set<string>>()

/** Whether an engine has found out about all names of a work that it has met. */
export function isDecided(engine: object, id: string): boolean {
  return undecided.get(engine)?.has(id) === false
}

/** Have an engine enter a name once, and weigh it once against the same others. It prints the same. */
export function nameOnce(engine: object): void {
  const naming = engine as Naming
  const {opt, registry} = naming
  const {namereg} = registry
  const {addname, delitems, evalname} = namereg
  const open = new Set<string>()
  undecided.set(engine, open)
  let told = new WeakMap<object, Told>()
  let count = 0
  const toldOf = (id: string, name: object): Told => {
    const found = told.get(name)
    if (found?.id === id) return found
    const made: Told = {id, isEntered: false, weighed: []}
    told.set(name, made)
    return made
  }
  const enter = (add: typeof addname): typeof addname =>
    function (this: object, id, name, at) {
      const own = toldOf(id, name)
      if (own.isEntered) return
      own.isEntered = true
      add.call(this, id, name, at)
    }
  namereg.delitems = function (ids) {
    told = new WeakMap()
    count++
    return delitems.call(this, ids)
  }
  // Given names that tell no works apart are not counted by anyone.
  if (!opt['disambiguate-add-givenname']) {
    namereg.addname = enter((_id, name) => void naming.nameOutput.getName(name, 'locale-translit', true))
    namereg.evalname = (_id, _name, _at, _least, form, initials) => unweighed(form, initials)
    return
  }
  namereg.addname = enter(function (this: object, id, name, at) {
    count++
    addname.call(this, id, name, at)
  })
  namereg.evalname = function (id, name, at, least, form, initials) {
    // Without a form, it depends on what is printed.
    if (!form) return evalname.call(this, id, name, at, least, form, initials)
    const {weighed} = toldOf(id, name)
    const slot = least === 0 ? 0 : 1
    const by = [count, at === 0, least, form, typeof initials, registry.registry[id] === undefined]
    const known = weighed[slot]
    if (known !== undefined && isSame(known.by, by)) return known.weight
    const weight = evalname.call(this, id, name, at, least, form, initials)
    weighed[slot] = {by, weight}
    if (weight === undefined) open.add(id)
    return weight
  }
}

/** How much is printed of a name anyway: no given name, its initials, or all of it. */
function unweighed(form: unknown, initials: unknown): number {
  if (form === 'short') return 0
  return typeof initials === 'string' ? 1 : 2
}
