/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands behind the records: attached files, and what other programs put in. */

/* Text of a piece: base64 of MAPPE_REGISTER_PIECE, and what another writer breaks lines with. */
#define PIECE_TEXT_MOST (128 * 1024)

/* --- files --- */

static gboolean
read_piece (MappeRegisterReader *self, GByteArray *content, GError **error)
{
  gsize before = content->len;
  gint state = 0;
  guint save = 0;
  gsize length;

  if (!mappe_register_reader_text (self, PIECE_TEXT_MOST, error))
    return FALSE;
  if (before + self->text->len > MAPPE_REGISTER_FILE_MOST)
    return mappe_register_reader_fail (self, error, _("an attached file is too large"));
  g_byte_array_set_size (content, (guint) (before + self->text->len / 4 * 3 + 6));
  length = g_base64_decode_step (self->text->str, self->text->len, content->data + before, &state, &save);
  g_byte_array_set_size (content, (guint) (before + length));
  return TRUE;
}

static gboolean
read_content (MappeRegisterReader *self, GByteArray *content, GError **error)
{
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);

  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error))
        return FALSE;
      if (more && g_strcmp0 (mappe_register_reader_element (self), "piece") != 0)
        return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                           mappe_register_reader_element (self));
      if (more && !read_piece (self, content, error))
        return FALSE;
    }
  return TRUE;
}

/* Returns FALSE after the content when it is not what the register says of it. */
static gboolean
is_content (const char *hash, const char *size, GBytes *content)
{
  g_autofree char *now = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT, g_bytes_get_size (content));

  return g_strcmp0 (hash, now) == 0 && g_strcmp0 (size, length) == 0;
}

static gboolean
hand_over (MappeRegisterReader *self, const char *hash, const char *size, GByteArray *bytes, GError **error)
{
  g_autoptr (GBytes) content = bytes != NULL ? g_bytes_new (bytes->data, bytes->len) : NULL;

  self->report->files++;
  if (content != NULL)
    {
      self->report->files_carried++;
      self->report->bytes += g_bytes_get_size (content);
    }
  if (content != NULL && !is_content (hash, size, content))
    {
      g_autofree char *path = g_strdup_printf ("/register/file-list/file[@sha256='%s']", hash);

      mappe_register_report_add (self->report,
                                 mappe_violation_new ("R11", NULL, path,
                                                      mappe_register_reader_line (self),
                                                      "size or hash differs"));
      return TRUE;
    }
  return self->sink.file == NULL || self->sink.file (self->sink.data, hash, content, error);
}

static gboolean
read_parts (MappeRegisterReader *self, GByteArray *bytes, gboolean *carried, GError **error)
{
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);

  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error))
        return FALSE;
      if (!more)
        break;
      if (*carried || g_strcmp0 (mappe_register_reader_element (self), "content") != 0)
        return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                           mappe_register_reader_element (self));
      *carried = TRUE;
      if (!read_content (self, bytes, error))
        return FALSE;
    }
  return TRUE;
}

/** mappe_register_read_file: Reads the attached file whose element was met last. */
gboolean
mappe_register_read_file (MappeRegisterReader *self, GError **error)
{
  static const char *const names[] = { "sha256", "size", NULL };
  g_autofree char *hash = mappe_register_reader_attribute (self, "sha256");
  g_autofree char *size = mappe_register_reader_attribute (self, "size");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean carried = FALSE;

  if (hash == NULL || size == NULL)
    return mappe_register_reader_fail (self, error, _("the attribute “%s” is missing"),
                                       hash == NULL ? "sha256" : "size");
  if (strlen (hash) != 64 || strspn (hash, "0123456789abcdef") != 64)
    return mappe_register_reader_fail (self, error, _("“%.80s” is no hash"), hash);
  return mappe_register_reader_only (self, names, error) && read_parts (self, bytes, &carried, error)
         && hand_over (self, hash, size, carried ? bytes : NULL, error);
}

/* --- what other programs put in --- */

/**
 * Extra: a part while it is copied
 * @out: as it stands in the register, but with all that it needs of namespaces
 * @scope: (element-type Declared): prefixes that @out declares
 */
typedef struct {
  GString *out;
  GArray  *scope;
} Extra;

typedef struct {
  int   depth;
  char *prefix;
  char *uri;
} Declared;

static void
declared_clear (Declared *declared)
{
  g_free (declared->prefix);
  g_free (declared->uri);
}

static void
leave (Extra *extra, int depth)
{
  while (extra->scope->len > 0 && g_array_index (extra->scope, Declared, extra->scope->len - 1).depth >= depth)
    g_array_set_size (extra->scope, extra->scope->len - 1);
}

static gboolean
is_declared (const Extra *extra, const char *prefix, const char *uri)
{
  for (guint i = extra->scope->len; i > 0; i--)
    {
      const Declared *declared = &g_array_index (extra->scope, Declared, i - 1);

      if (g_str_equal (declared->prefix, prefix))
        return g_str_equal (declared->uri, uri);
    }
  return *prefix == '\0' ? *uri == '\0' : g_str_equal (prefix, "xml");
}

static void
declare (Extra *extra, int depth, const char *prefix, const char *uri)
{
  Declared declared = { depth, g_strdup (prefix), g_strdup (uri) };

  if (is_declared (extra, prefix, uri))
    {
      declared_clear (&declared);
      return;
    }
  g_array_append_val (extra->scope, declared);
  g_string_append_printf (extra->out, *prefix != '\0' ? " xmlns:%s=\"" : " xmlns%s=\"", prefix);
  mappe_value_form_append (extra->out, uri, TRUE);
  g_string_append_c (extra->out, '"');
}

static const char *
text_or_none (const xmlChar *text)
{
  return text != NULL ? (const char *) text : "";
}

static void
copy_attributes (MappeRegisterReader *self, Extra *extra, int depth)
{
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      const char *prefix = text_or_none (xmlTextReaderConstPrefix (self->reader));

      if (xmlTextReaderIsNamespaceDecl (self->reader))
        declare (extra, depth, *prefix != '\0' ? text_or_none (xmlTextReaderConstLocalName (self->reader)) : "",
                 text_or_none (xmlTextReaderConstValue (self->reader)));
      else
        {
          if (*prefix != '\0')
            declare (extra, depth, prefix, text_or_none (xmlTextReaderConstNamespaceUri (self->reader)));
          g_string_append_printf (extra->out, " %s=\"", text_or_none (xmlTextReaderConstName (self->reader)));
          mappe_value_form_append (extra->out, text_or_none (xmlTextReaderConstValue (self->reader)), TRUE);
          g_string_append_c (extra->out, '"');
        }
    }
  xmlTextReaderMoveToElement (self->reader);
}

static gboolean
copy_element (MappeRegisterReader *self, Extra *extra, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);
  gboolean empty = xmlTextReaderIsEmptyElement (self->reader);

  if (mappe_register_reader_is_ours (self))
    return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                       mappe_register_reader_element (self));
  leave (extra, depth);
  g_string_append_printf (extra->out, "<%s", text_or_none (xmlTextReaderConstName (self->reader)));
  declare (extra, depth, text_or_none (xmlTextReaderConstPrefix (self->reader)),
           text_or_none (xmlTextReaderConstNamespaceUri (self->reader)));
  copy_attributes (self, extra, depth);
  g_string_append (extra->out, empty ? "/>" : ">");
  return TRUE;
}

/* Copies up to the end of the part. */
static gboolean
copy_parts (MappeRegisterReader *self, Extra *extra, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);
  int type;

  while (TRUE)
    {
      if (!mappe_register_reader_step (self, &type, error))
        return FALSE;
      if (type == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (self->reader) == depth)
        return TRUE;
      if (type == XML_READER_TYPE_ELEMENT && !copy_element (self, extra, error))
        return FALSE;
      if (type == XML_READER_TYPE_END_ELEMENT)
        {
          leave (extra, xmlTextReaderDepth (self->reader));
          g_string_append_printf (extra->out, "</%s>", text_or_none (xmlTextReaderConstName (self->reader)));
        }
      else if (type == XML_READER_TYPE_NONE)
        return mappe_register_reader_fail (self, error, _("the register ends too early"));
      else if (type != XML_READER_TYPE_ELEMENT)
        mappe_value_form_append (extra->out, text_or_none (xmlTextReaderConstValue (self->reader)), FALSE);
      if (extra->out->len > MAPPE_REGISTER_EXTRA_MOST)
        return mappe_register_reader_fail (self, error, _("a part of another program is too large"));
    }
}

static gboolean
read_extra (MappeRegisterReader *self, Extra *extra, const char *name, GError **error)
{
  if (!xmlTextReaderIsEmptyElement (self->reader) && !copy_parts (self, extra, error))
    return FALSE;
  if (++self->report->extras > MAPPE_REGISTER_EXTRAS_MOST)
    return mappe_register_reader_fail (self, error, _("there are too many parts of other programs"));
  return self->sink.extra == NULL || self->sink.extra (self->sink.data, name, extra->out->str, error);
}

/** mappe_register_read_extra: Reads the part of another program whose element was met last. */
gboolean
mappe_register_read_extra (MappeRegisterReader *self, GError **error)
{
  static const char *const names[] = { "ns", NULL };
  g_autofree char *name = mappe_register_reader_attribute (self, "ns");
  Extra extra = { NULL, NULL };
  gboolean read;

  if (name == NULL)
    return mappe_register_reader_fail (self, error, _("the attribute “%s” is missing"), "ns");
  if (!mappe_register_reader_only (self, names, error))
    return FALSE;
  extra.out = g_string_new (NULL);
  extra.scope = g_array_new (FALSE, FALSE, sizeof (Declared));
  g_array_set_clear_func (extra.scope, (GDestroyNotify) declared_clear);
  read = read_extra (self, &extra, name, error);
  g_string_free (extra.out, TRUE);
  g_array_unref (extra.scope);
  return read;
}
