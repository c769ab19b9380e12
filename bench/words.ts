/** Words that sentences without meaning are made of. */
export const words: ReadonlyArray<string> = `
the of and in to a is that for with as by on from at which are this be it measured observed method sample model result
effect change growth region language history system structure value theory practice evidence field group period level
rate source change increase decrease between among under within across significant regional cultural economic social
political annual early later recent common different similar large small average total study article author school
university market policy water energy soil temperature pressure surface process analysis data number order series
function distribution parameter estimate variable condition relation comparison development cooperation security border
trade river valley mountain city village community population education teacher student text word meaning grammar
sentence translation poem novel archive manuscript century tradition society institution law right duty contract
`
  .trim()
  .split(/\s+/)
