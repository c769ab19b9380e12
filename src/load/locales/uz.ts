/**
 * CSL locale for Uzbek in Latin script; the CSL project has none. Its words await a check by a native reader.
 * What is not here comes out in English. oʻ and gʻ are written with U+02BB, the tutuq belgisi with U+02BC.
 */
export const uz = `<?xml version="1.0" encoding="utf-8"?>
<locale xmlns="http://purl.org/net/xbiblio/csl" version="1.0" xml:lang="uz">
  <style-options punctuation-in-quote="false"/>
  <date form="text">
    <date-part name="year" suffix="-yil "/>
    <date-part name="day" suffix="-"/>
    <date-part name="month"/>
  </date>
  <date form="numeric">
    <date-part name="day" form="numeric-leading-zeros" suffix="."/>
    <date-part name="month" form="numeric-leading-zeros" suffix="."/>
    <date-part name="year"/>
  </date>
  <terms>
    <term name="accessed">murojaat sanasi</term>
    <term name="and">va</term>
    <term name="and others">va boshqalar</term>
    <term name="anonymous">muallifsiz</term>
    <term name="at">da</term>
    <term name="available at">manzil:</term>
    <term name="by">muallif</term>
    <term name="circa">taxminan</term>
    <term name="cited">iqtibos</term>
    <term name="et-al">va b.</term>
    <term name="film">film</term>
    <term name="forthcoming">nashrga tayyorlanmoqda</term>
    <term name="from">manba</term>
    <term name="ibid">oʻsha joyda</term>
    <term name="in">kitobda</term>
    <term name="in press">nashrda</term>
    <term name="internet">internet</term>
    <term name="interview">intervyu</term>
    <term name="letter">xat</term>
    <term name="no date">sanasiz</term>
    <term name="no-place">joyi koʻrsatilmagan</term>
    <term name="no-publisher">nashriyotsiz</term>
    <term name="online">onlayn</term>
    <term name="preprint">preprint</term>
    <term name="presented at">taqdim etilgan:</term>
    <term name="retrieved">olingan</term>
    <term name="review-of">taqriz:</term>
    <term name="version">versiya</term>
    <term name="ad">milodiy</term>
    <term name="bc">mil. avv.</term>
    <term name="bce">mil. avv.</term>
    <term name="ce">milodiy</term>
    <term name="open-quote">“</term>
    <term name="close-quote">”</term>
    <term name="open-inner-quote">‘</term>
    <term name="close-inner-quote">’</term>
    <term name="page-range-delimiter">–</term>
    <term name="colon">:</term>
    <term name="comma">,</term>
    <term name="semicolon">;</term>
    <term name="ordinal">-</term>
    <term name="article-journal">jurnal maqolasi</term>
    <term name="article-newspaper">gazeta maqolasi</term>
    <term name="dataset">maʼlumotlar toʻplami</term>
    <term name="manuscript">qoʻlyozma</term>
    <term name="map">xarita</term>
    <term name="patent">patent</term>
    <term name="report">hisobot</term>
    <term name="review">taqriz</term>
    <term name="software">dasturiy taʼminot</term>
    <term name="speech">maʼruza</term>
    <term name="standard">standart</term>
    <term name="thesis">dissertatsiya</term>
    <term name="webpage">veb-sahifa</term>
    <term name="and" form="symbol">&amp;</term>
    <term name="anonymous" form="short">muallifsiz</term>
    <term name="circa" form="short">taxm.</term>
    <term name="no date" form="short">sanasiz</term>
    <term name="no-place" form="short">b. j.</term>
    <term name="no-publisher" form="short">b. n.</term>
    <term name="appendix"><single>ilova</single><multiple>ilovalar</multiple></term>
    <term name="article-locator"><single>modda</single><multiple>moddalar</multiple></term>
    <term name="book"><single>kitob</single><multiple>kitoblar</multiple></term>
    <term name="chapter"><single>bob</single><multiple>boblar</multiple></term>
    <term name="column"><single>ustun</single><multiple>ustunlar</multiple></term>
    <term name="equation"><single>formula</single><multiple>formulalar</multiple></term>
    <term name="figure"><single>rasm</single><multiple>rasmlar</multiple></term>
    <term name="folio"><single>varaq</single><multiple>varaqlar</multiple></term>
    <term name="issue"><single>son</single><multiple>sonlar</multiple></term>
    <term name="line"><single>qator</single><multiple>qatorlar</multiple></term>
    <term name="note"><single>izoh</single><multiple>izohlar</multiple></term>
    <term name="opus"><single>asar</single><multiple>asarlar</multiple></term>
    <term name="page"><single>bet</single><multiple>betlar</multiple></term>
    <term name="paragraph"><single>xatboshi</single><multiple>xatboshilar</multiple></term>
    <term name="part"><single>qism</single><multiple>qismlar</multiple></term>
    <term name="section"><single>boʻlim</single><multiple>boʻlimlar</multiple></term>
    <term name="sub-verbo"><single>maqola</single><multiple>maqolalar</multiple></term>
    <term name="supplement"><single>ilova</single><multiple>ilovalar</multiple></term>
    <term name="table"><single>jadval</single><multiple>jadvallar</multiple></term>
    <term name="verse"><single>misra</single><multiple>misralar</multiple></term>
    <term name="volume"><single>jild</single><multiple>jildlar</multiple></term>
    <term name="edition"><single>nashr</single><multiple>nashrlar</multiple></term>
    <term name="number"><single>raqam</single><multiple>raqamlar</multiple></term>
    <term name="number-of-pages"><single>bet</single><multiple>bet</multiple></term>
    <term name="number-of-volumes"><single>jild</single><multiple>jild</multiple></term>
    <term name="reference"><single>manba</single><multiple>manbalar</multiple></term>
    <term name="chapter" form="short"><single>b.</single><multiple>b.</multiple></term>
    <term name="column" form="short"><single>ust.</single><multiple>ust.</multiple></term>
    <term name="figure" form="short"><single>rasm</single><multiple>rasm</multiple></term>
    <term name="issue" form="short"><single>son</single><multiple>son</multiple></term>
    <term name="page" form="short"><single>b.</single><multiple>b.</multiple></term>
    <term name="part" form="short"><single>q.</single><multiple>q.</multiple></term>
    <term name="section" form="short"><single>boʻl.</single><multiple>boʻl.</multiple></term>
    <term name="volume" form="short"><single>j.</single><multiple>j.</multiple></term>
    <term name="edition" form="short">nashr</term>
    <term name="number" form="short"><single>№</single><multiple>№</multiple></term>
    <term name="number-of-pages" form="short"><single>b.</single><multiple>b.</multiple></term>
    <term name="number-of-volumes" form="short"><single>j.</single><multiple>j.</multiple></term>
    <term name="paragraph" form="symbol"><single>¶</single><multiple>¶¶</multiple></term>
    <term name="section" form="symbol"><single>§</single><multiple>§§</multiple></term>
    <term name="editor"><single>muharrir</single><multiple>muharrirlar</multiple></term>
    <term name="collection-editor"><single>muharrir</single><multiple>muharrirlar</multiple></term>
    <term name="editorial-director"><single>bosh muharrir</single><multiple>bosh muharrirlar</multiple></term>
    <term name="translator"><single>tarjimon</single><multiple>tarjimonlar</multiple></term>
    <term name="editortranslator"><single>muharrir va tarjimon</single><multiple>muharrirlar va tarjimonlar</multiple></term>
    <term name="editor-translator"><single>muharrir va tarjimon</single><multiple>muharrirlar va tarjimonlar</multiple></term>
    <term name="compiler"><single>tuzuvchi</single><multiple>tuzuvchilar</multiple></term>
    <term name="director"><single>rejissyor</single><multiple>rejissyorlar</multiple></term>
    <term name="illustrator"><single>rassom</single><multiple>rassomlar</multiple></term>
    <term name="editor" form="short"><single>muh.</single><multiple>muh.</multiple></term>
    <term name="translator" form="short"><single>tarj.</single><multiple>tarj.</multiple></term>
    <term name="compiler" form="short"><single>tuz.</single><multiple>tuz.</multiple></term>
    <term name="collection-editor" form="short"><single>muh.</single><multiple>muh.</multiple></term>
    <term name="editortranslator" form="short"><single>muh. va tarj.</single><multiple>muh. va tarj.</multiple></term>
    <term name="editor-translator" form="short"><single>muh. va tarj.</single><multiple>muh. va tarj.</multiple></term>
    <term name="editor" form="verb">muharrir</term>
    <term name="collection-editor" form="verb">muharrir</term>
    <term name="translator" form="verb">tarjimon</term>
    <term name="compiler" form="verb">tuzuvchi</term>
    <term name="editortranslator" form="verb">muharrir va tarjimon</term>
    <term name="editor-translator" form="verb">muharrir va tarjimon</term>
    <term name="director" form="verb">rejissyor</term>
    <term name="interviewer" form="verb">suhbatdosh</term>
    <term name="illustrator" form="verb">rassom</term>
    <term name="month-01">yanvar</term>
    <term name="month-01" form="short">yan.</term>
    <term name="month-02">fevral</term>
    <term name="month-02" form="short">fev.</term>
    <term name="month-03">mart</term>
    <term name="month-03" form="short">mart</term>
    <term name="month-04">aprel</term>
    <term name="month-04" form="short">apr.</term>
    <term name="month-05">may</term>
    <term name="month-05" form="short">may</term>
    <term name="month-06">iyun</term>
    <term name="month-06" form="short">iyun</term>
    <term name="month-07">iyul</term>
    <term name="month-07" form="short">iyul</term>
    <term name="month-08">avgust</term>
    <term name="month-08" form="short">avg.</term>
    <term name="month-09">sentabr</term>
    <term name="month-09" form="short">sen.</term>
    <term name="month-10">oktabr</term>
    <term name="month-10" form="short">okt.</term>
    <term name="month-11">noyabr</term>
    <term name="month-11" form="short">noy.</term>
    <term name="month-12">dekabr</term>
    <term name="month-12" form="short">dek.</term>
    <term name="season-01">bahor</term>
    <term name="season-02">yoz</term>
    <term name="season-03">kuz</term>
    <term name="season-04">qish</term>
    <term name="long-ordinal-01">birinchi</term>
    <term name="long-ordinal-02">ikkinchi</term>
    <term name="long-ordinal-03">uchinchi</term>
    <term name="long-ordinal-04">toʻrtinchi</term>
    <term name="long-ordinal-05">beshinchi</term>
    <term name="long-ordinal-06">oltinchi</term>
    <term name="long-ordinal-07">yettinchi</term>
    <term name="long-ordinal-08">sakkizinchi</term>
    <term name="long-ordinal-09">toʻqqizinchi</term>
    <term name="long-ordinal-10">oʻninchi</term>
  </terms>
</locale>
`
