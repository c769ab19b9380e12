import {expect, it} from 'vitest'
import {problemsOf} from '../support/manuscript.ts'

const messy = `---
title: A MANUSCRIPT WITH EVERY FAULT
author:
  - name: Ada Example
    orcid: 0000-0002-1825-0098
    email: ada at example.org
    phone: "+1 555 0100"
keywords: [one]
bibliography: refs.bib
---

# Introduction {#sec:one}

As told [@knuth1985], in @fig:mpa and @sec:one.[^gone]

### Too deep {#sec:one}

![](missing.png)

# Empty

# Last

See [below](#nowhere), ![a secret](../../etc/passwd) and ![far](https://example.org/a.png).

![A map.](map.svg){#fig:map}

[^never]: Never called.
`

it('an author sees what is wrong, where, in the order of the text', async () => {
  const files = {
    'refs.bib': '@book{knuth1984, title = {A book}, author = {Knuth, D.}, year = 1984}',
    'map.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  }
  expect(await problemsOf(messy, files)).toMatchInlineSnapshot(`
    [
      "1:1 abstract-present: Cannot find an abstract, expected \`abstract\` in the front matter",
      "2:8 title-not-capitals: Unexpected title in capitals, expected small letters where they belong",
      "5:12 orcid-valid: Unexpected ORCID iD \`0000-0002-1825-0098\`, expected \`7\` as its last digit",
      "6:12 email-valid: Unexpected email address \`ada at example.org\`, expected one like \`name@example.org\`",
      "7:12 phone-public: Unexpected phone number of \`Ada Example\`, expected none in what is published",
      "14:11 citation-resolves: Cannot find reference \`knuth1985\`, expected a key of \`refs.bib\`",
      "14:27 label-resolves: Cannot find label \`fig:mpa\`, expected one that the manuscript defines",
      "14:48 note-resolves: Cannot find note \`gone\`, expected \`[^gone]:\` somewhere",
      "16:1 heading-levels: Unexpected heading of level 3, expected level 2 at most",
      "16:1 label-unique: Unexpected second label \`sec:one\`, expected each label once",
      "18:1 figure-file-exists: Cannot find image \`missing.png\`, expected a file in the manuscript’s folder",
      "18:1 figure-has-alt: Cannot find alternative text for \`missing.png\`, expected what the image shows",
      "20:1 section-not-empty: Unexpected empty section \`Empty\`, expected text below its heading",
      "24:5 link-resolves: Cannot find \`#nowhere\`, expected a label or the slug of a heading",
      "24:24 figure-file-exists: Unexpected path \`../../etc/passwd\` that leaves the manuscript’s folder, expected one inside",
      "24:58 figure-file-exists: Unexpected address \`https://example.org/a.png\` of an image, expected a file in the manuscript’s folder",
      "26:1 figure-has-alt: Cannot find alternative text for \`map.svg\`, expected what the image shows",
      "26:1 float-mentioned: Cannot find a mention of \`fig:map\`, expected \`@fig:map\` in the text",
      "26:1 svg-safe: Unexpected script in \`map.svg\`, expected a drawing alone",
      "28:1 note-called: Cannot find a call of note \`never\`, expected \`[^never]\` in the text",
      "refs.bib:1:1 reference-cited: Cannot find a citation of \`knuth1984\`: left out of the list of references",
    ]
  `)
})
