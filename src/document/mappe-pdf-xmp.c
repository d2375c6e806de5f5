/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-pdf-private.h"

#include <lcms2.h>
#include <string.h>

/* The packet as ISO 16684-1 and ISO 19005-3 (6.6.2) want it; PDF/UA is described, as PDF/A wants of every schema that
 * it does not know. */

#define HEAD \
  "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" \
  "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n" \
  "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" \
  "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"" \
  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"" \
  " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
#define CLAIMS \
  "<pdfuaid:part>1</pdfuaid:part>\n<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n"
#define SCHEMA \
  "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"" \
  " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"" \
  " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n" \
  "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">" \
  "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>" \
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>" \
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">" \
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>" \
  "<pdfaProperty:category>internal</pdfaProperty:category>" \
  "<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>" \
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"
#define FOOT "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"

static void
append (GString *out, const char *before, const char *text, const char *behind)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (out, "%s%s%s\n", before, escaped, behind);
}

/*
 * @producer: (nullable): as in the information dictionary, which must say the same
 * @claims: whether the file follows PDF/UA-1 and PDF/A-3b
 *
 * Returns: (transfer full): the metadata of a file
 */
char *
mappe_pdf_write_xmp (const MappePdfFacts *facts, const char *producer, gboolean claims)
{
  GString *out = g_string_new (HEAD);
  g_autofree char *stamp = facts->date != NULL ? g_strconcat (facts->date, "T00:00:00Z", NULL) : NULL;

  append (out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", facts->title, "</rdf:li></rdf:Alt></dc:title>");
  append (out, "<dc:creator><rdf:Seq><rdf:li>", facts->author, "</rdf:li></rdf:Seq></dc:creator>");
  append (out, "<dc:language><rdf:Bag><rdf:li>", facts->language, "</rdf:li></rdf:Bag></dc:language>");
  append (out, "<xmp:CreatorTool>", "Ratsmappe", "</xmp:CreatorTool>");
  append (out, "<xmp:CreateDate>", stamp, "</xmp:CreateDate>");
  append (out, "<pdf:Producer>", producer, "</pdf:Producer>");
  g_string_append (out, claims ? CLAIMS : "");
  g_string_append (out, "</rdf:Description>\n");
  g_string_append (out, claims ? SCHEMA : "");
  g_string_append (out, FOOT);
  return g_string_free (out, FALSE);
}

/* Bytes 24 to 35 of a profile are the moment it was made (ICC.1:2004, 7.2), which would differ from run to run. */
static void
forget_moment (guint8 *profile)
{
  static const guint8 day[12] = { 0x07, 0xd0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0 };

  memcpy (profile + 24, day, sizeof day);
}

/* Returns: (transfer full) (nullable): the profile of sRGB, which the colours of a file are meant in */
GBytes *
mappe_pdf_colour_profile (void)
{
  cmsHPROFILE profile = cmsCreate_sRGBProfile ();
  cmsUInt32Number size = 0;
  g_autofree guint8 *bytes = NULL;
  gboolean made;

  if (profile == NULL)
    return NULL;
  cmsSetProfileVersion (profile, 2.1);
  made = cmsSaveProfileToMem (profile, NULL, &size) && size >= 128;
  bytes = made ? g_malloc (size) : NULL;
  made = made && cmsSaveProfileToMem (profile, bytes, &size);
  cmsCloseProfile (profile);
  if (!made)
    return NULL;
  forget_moment (bytes);
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}
