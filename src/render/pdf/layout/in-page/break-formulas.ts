/// <reference lib="dom" />

/**
 * Let long formulas in lines of text be broken after their relations, as TeX breaks them; a browser keeps each in one line, and
 * stretches or overfills the lines around. What is broken is several formulas with spaces between, in the element that stands for
 * the whole. Runs in the page, before anything is measured.
 */
export function breakFormulas(): void {
  const relation = /^[=<>≠≤≥≈≡∼≃≅≪≫∝≔≜⊂⊃⊆⊇∈∉→←↔⇒⇐⇔↦]$/u
  /** What is shorter, in ems, stays whole. */
  const shortest = 5
  const long = [...document.querySelectorAll('main math:not([display="block"])')].flatMap((math) => {
    const row = rowOf(math)
    const breaks = row === undefined ? [] : breaksOf(row)
    const width = breaks.length === 0 ? 0 : math.getBoundingClientRect().width
    return row !== undefined && width > shortest * Number.parseFloat(getComputedStyle(math).fontSize)
      ? [{math, row, breaks}]
      : []
  })
  for (const {math, row, breaks} of long) divide(math, row, breaks)

  /** The row that a formula is; what stands in a table or on a line of its own is no part of a line. */
  function rowOf(math: Element): Element | undefined {
    if (math.closest('.equation, table') !== null) return undefined
    const inner = math.firstElementChild
    const row = inner?.localName === 'semantics' ? inner.firstElementChild : inner
    return row?.localName === 'mrow' ? row : undefined
  }

  /** The relations after which a row may be broken: not its first or last. */
  function breaksOf(row: Element): ReadonlyArray<Element> {
    const children = [...row.children]
    return children.filter(
      (child, index) =>
        child.localName === 'mo' &&
        relation.test(child.textContent ?? '') &&
        index > 0 &&
        index < children.length - 1 &&
        !(children[index + 1]?.localName === 'mo' && relation.test(children[index + 1]?.textContent ?? ''))
    )
  }

  function divide(math: Element, row: Element, breaks: ReadonlyArray<Element>): void {
    for (const sign of breaks) {
      // It ends its piece now, where signs have no room before them unless it is said; after it, the space is room enough.
      give(sign, 'lspace', '0.2778em')
      sign.setAttribute('rspace', '0')
      give(signOf(sign.nextElementSibling), 'lspace', '0')
      const piece = math.cloneNode(false) as Element
      // Temml's style sheet gives rows that nothing is around more height.
      const around =
        row.parentElement === math ? piece : piece.appendChild(document.createElementNS(math.namespaceURI, 'semantics'))
      const within = document.createRange()
      within.setStart(row, 0)
      within.setEndAfter(sign)
      around.appendChild(row.cloneNode(false)).appendChild(within.extractContents())
      math.before(piece, gap())
    }
  }

  /** A space at which a line may end, though the formula is kept on one with what belongs to it. */
  function gap(): Element {
    const space = document.createElement('span')
    space.style.whiteSpace = 'normal'
    space.append(' ')
    return space
  }

  function give(sign: Element | null | undefined, name: string, value: string): void {
    if (sign && !sign.hasAttribute(name)) sign.setAttribute(name, value)
  }

  /** The sign that a child of a row is, with or without scripts. */
  function signOf(child: Element | null): Element | null | undefined {
    return child?.localName === 'mo' ? child : child?.querySelector(':scope > mo:first-child')
  }
}
