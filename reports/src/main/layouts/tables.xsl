<?xml version="1.0" encoding="UTF-8"?>
<!--
  How a table looks, whatever stands in it: makes the layout of one <table>, of which there are several in a file.

    <table name="fees" title="Fees">          name: what the program asks for, unique among all; title: or a parameter
      <column width="40" head="Class"/>       widths are points: 770 in all, with 4 between columns
      <gap width="6"/>                        where text follows a figure
      <column width="80" head="Amount {currency}" figure="yes"/>     figure: to the right
    </table>

  A table of many columns may have fine="yes" print. One with heads="given" has those the program gives, h1, h2 and so on.

  A row has the fields c1, c2 and so on, one a column, and says in "kind" how it is printed: row, quiet and total have the
  columns; group is a heading and line a sentence, both in c1 and across the table. A table whose columns have no heads has
  none. Each printed thing is one frame and says what it is, so that pages are cut between frames and heads are repeated.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:variable name="tag" select="'net.sf.jasperreports.export.pdf.tag.'"/>
  <xsl:variable name="between" select="4"/>

  <xsl:template match="table">
    <xsl:variable name="width" select="sum(*/@width) + $between * (count(*) - 1)"/>
    <xsl:if test="$width &gt; 770">
      <xsl:message terminate="yes">table <xsl:value-of select="@name"/> is <xsl:value-of select="$width"/> wide: expected up to 770</xsl:message>
    </xsl:if>
    <jasperReport name="{@name}" language="java" orientation="Landscape" pageWidth="842" pageHeight="595" columnWidth="770" leftMargin="36" rightMargin="36" topMargin="0" bottomMargin="0" whenNoDataType="AllSectionsNoDetail">
      <xsl:comment> styles </xsl:comment>
      <parameter name="title" class="java.lang.String"/>
      <parameter name="currency" class="java.lang.String"/>
      <parameter name="note" class="java.lang.String"/>
      <xsl:if test="@heads">
        <xsl:for-each select="column">
          <parameter name="h{position()}" class="java.lang.String"/>
        </xsl:for-each>
      </xsl:if>
      <field name="kind" class="java.lang.String"/>
      <xsl:for-each select="column">
        <field name="c{position()}" class="java.lang.String"/>
      </xsl:for-each>
      <xsl:variable name="title">($P{title} == null ? "<xsl:value-of select="@title"/>" : $P{title})</xsl:variable>
      <title height="38">
        <xsl:call-template name="heading">
          <xsl:with-param name="part" select="'title'"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="text" select="$title"/>
        </xsl:call-template>
        <xsl:call-template name="heading">
          <xsl:with-param name="part" select="'continued'"/>
          <xsl:with-param name="y" select="19"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="text" select="concat($title, ' + &quot;, continued&quot;')"/>
        </xsl:call-template>
      </title>
      <xsl:if test="column/@head or @heads">
        <columnHeader height="24">
          <element kind="frame" x="0" y="0" width="{$width}" height="24">
            <property name="net.sf.jasperreports.export.part" value="head"/>
            <property name="{$tag}tr" value="full"/>
            <xsl:apply-templates select="column" mode="head"/>
            <element kind="line" x="0" y="21" width="{$width}" height="1">
              <pen lineWidth="0.5"/>
            </element>
          </element>
        </columnHeader>
      </xsl:if>
      <detail>
        <xsl:call-template name="cells">
          <xsl:with-param name="kind" select="'row'"/>
          <xsl:with-param name="style">
            <xsl:choose>
              <xsl:when test="@fine">Fine</xsl:when>
              <xsl:otherwise>Text</xsl:otherwise>
            </xsl:choose>
          </xsl:with-param>
          <xsl:with-param name="figure"><xsl:if test="@fine">Fine</xsl:if>Figure</xsl:with-param>
          <xsl:with-param name="width" select="$width"/>
        </xsl:call-template>
        <xsl:call-template name="cells">
          <xsl:with-param name="kind" select="'quiet'"/>
          <xsl:with-param name="style" select="'Quiet'"/>
          <xsl:with-param name="figure" select="'QuietFigure'"/>
          <xsl:with-param name="width" select="$width"/>
        </xsl:call-template>
        <xsl:call-template name="cells">
          <xsl:with-param name="kind" select="'total'"/>
          <xsl:with-param name="style" select="'Strong'"/>
          <xsl:with-param name="figure" select="'StrongFigure'"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="above" select="3"/>
        </xsl:call-template>
        <xsl:call-template name="across">
          <xsl:with-param name="kind" select="'group'"/>
          <xsl:with-param name="style" select="'Strong'"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="above" select="5"/>
        </xsl:call-template>
        <xsl:call-template name="across">
          <xsl:with-param name="kind" select="'line'"/>
          <xsl:with-param name="style" select="'Text'"/>
          <xsl:with-param name="width" select="$width"/>
          <xsl:with-param name="above" select="1"/>
        </xsl:call-template>
      </detail>
      <summary height="16">
        <element kind="frame" x="0" y="0" width="{$width}" height="16">
          <property name="net.sf.jasperreports.export.part" value="note"/>
          <printWhenExpression>$P{note} != null</printWhenExpression>
          <element kind="textField" x="0" y="5" width="{$width}" height="11" style="Note" textAdjust="StretchHeight">
            <expression>$P{note}</expression>
          </element>
        </element>
      </summary>
    </jasperReport>
  </xsl:template>

  <xsl:template name="heading">
    <xsl:param name="part"/>
    <xsl:param name="y" select="0"/>
    <xsl:param name="width"/>
    <xsl:param name="text"/>
    <element kind="frame" x="0" y="{$y}" width="{$width}" height="19">
      <property name="net.sf.jasperreports.export.part" value="{$part}"/>
      <element kind="textField" x="0" y="0" width="{$width}" height="17" style="Title">
        <xsl:if test="$part = 'title'">
          <xsl:attribute name="bookmarkLevel">1</xsl:attribute>
        </xsl:if>
        <property name="{$tag}h2" value="full"/>
        <expression><xsl:value-of select="$text"/></expression>
        <xsl:if test="$part = 'title'">
          <anchorNameExpression><xsl:value-of select="$text"/></anchorNameExpression>
        </xsl:if>
      </element>
    </element>
  </xsl:template>

  <!-- A row of cells; one that is long makes the row higher. -->
  <xsl:template name="cells">
    <xsl:param name="kind"/>
    <xsl:param name="style"/>
    <xsl:param name="figure"/>
    <xsl:param name="width"/>
    <xsl:param name="above" select="0"/>
    <band height="{11 + $above}">
      <printWhenExpression>"<xsl:value-of select="$kind"/>".equals($F{kind})</printWhenExpression>
      <element kind="frame" x="0" y="0" width="{$width}" height="{11 + $above}">
        <property name="net.sf.jasperreports.export.part" value="{$kind}"/>
        <property name="{$tag}tr" value="full"/>
        <xsl:if test="$kind = 'total'">
          <element kind="line" x="0" y="1" width="{$width}" height="1">
            <pen lineWidth="0.5"/>
          </element>
        </xsl:if>
        <xsl:for-each select="column">
          <xsl:variable name="x" select="sum(preceding-sibling::*/@width) + $between * count(preceding-sibling::*)"/>
          <element kind="textField" x="{$x}" y="{$above}" width="{@width}" height="10" blankWhenNull="true" textAdjust="StretchHeight">
            <xsl:attribute name="style">
              <xsl:choose>
                <xsl:when test="@figure"><xsl:value-of select="$figure"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="$style"/></xsl:otherwise>
              </xsl:choose>
            </xsl:attribute>
            <property name="{$tag}td" value="full"/>
            <expression>$F{c<xsl:value-of select="position()"/>}</expression>
          </element>
        </xsl:for-each>
      </element>
    </band>
  </xsl:template>

  <!-- One text across the table. -->
  <xsl:template name="across">
    <xsl:param name="kind"/>
    <xsl:param name="style"/>
    <xsl:param name="width"/>
    <xsl:param name="above"/>
    <band height="{11 + $above}">
      <printWhenExpression>"<xsl:value-of select="$kind"/>".equals($F{kind})</printWhenExpression>
      <element kind="frame" x="0" y="0" width="{$width}" height="{11 + $above}">
        <property name="net.sf.jasperreports.export.part" value="{$kind}"/>
        <property name="{$tag}tr" value="full"/>
        <element kind="textField" x="0" y="{$above}" width="{$width}" height="10" style="{$style}" blankWhenNull="true" textAdjust="StretchHeight">
          <property name="{$tag}td" value="full"/>
          <property name="{$tag}colspan" value="{count(column)}"/>
          <expression>$F{c1}</expression>
        </element>
      </element>
    </band>
  </xsl:template>

  <xsl:template match="column" mode="head">
    <xsl:variable name="x" select="sum(preceding-sibling::*/@width) + $between * count(preceding-sibling::*)"/>
    <element kind="textField" x="{$x}" y="0" width="{@width}" height="20">
      <xsl:attribute name="style">Head<xsl:if test="@figure">Figure</xsl:if></xsl:attribute>
      <property name="{$tag}th" value="full"/>
      <expression>
        <xsl:choose>
          <xsl:when test="../@heads">($P{h<xsl:value-of select="position()"/>} == null ? "" : $P{h<xsl:value-of select="position()"/>})</xsl:when>
          <xsl:when test="contains(@head, '{currency}')">"<xsl:value-of select="substring-before(@head, '{currency}')"/>" + $P{currency} + "<xsl:value-of select="substring-after(@head, '{currency}')"/>"</xsl:when>
          <xsl:otherwise>"<xsl:value-of select="@head"/>"</xsl:otherwise>
        </xsl:choose>
        <!-- As wide as the parenthesis of a negative figure below. -->
        <xsl:if test="@figure"> + "\u00a0"</xsl:if>
      </expression>
    </element>
  </xsl:template>
</xsl:stylesheet>
