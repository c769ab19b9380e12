<!-- Schematron (ISO/IEC 19757-3, query binding xslt2) to XSLT: patterns as modes, a line for each message. -->
<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:out="urn:out"
  xmlns:s="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="s">
<xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
<xsl:template match="/s:schema">
  <out:stylesheet version="2.0">
    <xsl:namespace name="xs">http://www.w3.org/2001/XMLSchema</xsl:namespace>
    <xsl:namespace name="xsd">http://www.w3.org/2001/XMLSchema</xsl:namespace>
    <xsl:for-each select="s:ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
    <out:output method="text"/>
    <xsl:copy-of select="xsl:*"/>
    <xsl:variable name="patterns" select="for $i in s:include return document($i/@href, $i)/s:pattern, s:pattern"/>
    <xsl:for-each select="s:let | $patterns/s:let"><out:variable name="{@name}" select="{@value}"/></xsl:for-each>
    <out:template match="/">
      <xsl:for-each select="$patterns"><out:apply-templates select="." mode="p{position()}"/></xsl:for-each>
    </out:template>
    <xsl:for-each select="$patterns">
      <xsl:variable name="mode" select="concat('p', position())"/>
      <xsl:variable name="id" select="string(@id)"/>
      <out:template match="node() | /" mode="{$mode}" priority="-100">
        <out:apply-templates select="node()" mode="{$mode}"/>
      </out:template>
      <xsl:for-each select="s:rule">
        <out:template match="{@context}" mode="{$mode}" priority="{1000 - position()}">
          <xsl:for-each select="s:let"><out:variable name="{@name}" select="{@value}"/></xsl:for-each>
          <xsl:for-each select="s:assert | s:report">
            <!-- Without a DTD no attribute is an ID: they are found by their names. -->
            <xsl:variable name="test" select="replace(replace(@test, 'idref\(@id\)', '(//@rid[tokenize(., '' '') = current()/@id])'), 'id\(\./@rid\)', '(//*[@id = current()/@rid])')"/>
            <out:if test="{if (self::s:assert) then concat('not(', $test, ')') else $test}">
              <out:value-of select="'{@role} {$id} '"/>
              <out:value-of select="string-join(ancestor-or-self::*/name(), '/')"/>
              <out:text>: </out:text><xsl:apply-templates mode="message"/>
              <out:value-of select="codepoints-to-string(10)"/>
            </out:if>
          </xsl:for-each>
          <out:apply-templates select="node()" mode="{$mode}"/>
        </out:template>
      </xsl:for-each>
    </xsl:for-each>
  </out:stylesheet>
</xsl:template>
<xsl:template match="text()" mode="message"><out:text><xsl:value-of select="normalize-space(.)"/><xsl:text> </xsl:text></out:text></xsl:template>
<xsl:template match="s:value-of" mode="message"><out:value-of select="{@select}"/></xsl:template>
<xsl:template match="s:name" mode="message"><out:value-of select="name()"/></xsl:template>
<xsl:template match="*" mode="message"><xsl:apply-templates mode="message"/></xsl:template>
</xsl:stylesheet>
