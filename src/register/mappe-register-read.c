/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-register-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "mappe-number.h"

/* Element by element, in constant memory. What may stand where is said by the field tables, as in the schema; a file
 * that differs is refused at the first place where it does, with the line. */

#define VIOLATIONS_MOST 1000
#define TELL_BYTES (256 * 1024)
#define SEALED_BYTES (16 * 1024)  /* read at once */
#define INTRO_BYTES 32            /* tell whether a file is sealed */

/* --- report --- */

static MappeRegisterReport *
report_new (void)
{
  MappeRegisterReport *self = g_new0 (MappeRegisterReport, 1);

  self->counts = g_array_new (FALSE, TRUE, sizeof (MappeRegisterCount));
  self->violations = g_ptr_array_new_with_free_func ((GDestroyNotify) mappe_violation_free);
  return self;
}

/** mappe_register_report_free: @self: (transfer full) */
void
mappe_register_report_free (MappeRegisterReport *self)
{
  g_free (self->version);
  g_free (self->profile);
  g_free (self->generator);
  g_free (self->exported);
  g_free (self->language);
  g_array_unref (self->counts);
  g_ptr_array_unref (self->violations);
  g_free (self);
}

/* @violation: (transfer full) */
void
mappe_register_report_add (MappeRegisterReport *self, MappeViolation *violation)
{
  self->n_violations += violation->is_note ? 0 : 1;
  if (self->violations->len < VIOLATIONS_MOST)
    g_ptr_array_add (self->violations, violation);
  else
    mappe_violation_free (violation);
}

/* --- bytes --- */

/* libxml2 reads in small pieces. */
static void
tell (MappeRegisterReader *self)
{
  if (self->guard.taken / TELL_BYTES != self->told)
    {
      self->told = self->guard.taken / TELL_BYTES;
      mappe_register_watch_go (self->watch, self->guard.taken, self->size, &self->error);
    }
}

/* Returns: how many bytes; 0 at the end, -1 with the error kept */
static gssize
read_bytes (MappeRegisterReader *self, char *buffer, gsize length)
{
  gssize n;

  do
    n = read (self->fd, buffer, length);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    g_set_error (&self->error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", self->name, g_strerror (errno));
  return n;
}

/* Takes more of the sealed file until something of it is open, or nothing comes any more. */
static gboolean
open_more (MappeRegisterReader *self)
{
  char sealed[SEALED_BYTES];
  gboolean good = TRUE;

  g_byte_array_set_size (self->opened, 0);
  self->given = 0;
  while (good && self->opened->len == 0 && !self->ended)
    {
      const gssize n = read_bytes (self, sealed, sizeof sealed);

      self->ended = n == 0;
      good = n > 0 ? mappe_age_opener_feed (self->opener, sealed, (gsize) n, self->opened, &self->error)
                   : n == 0 && mappe_age_opener_end (self->opener, self->opened, &self->error);
    }
  return good;
}

/* The same as read_bytes() of a file that is sealed. */
static gssize
read_sealed (MappeRegisterReader *self, char *buffer, gsize length)
{
  gsize n;

  if (self->given == self->opened->len && !open_more (self))
    return -1;
  n = MIN (length, self->opened->len - self->given);
  memcpy (buffer, self->opened->data + self->given, n);
  self->given += (guint) n;
  return (gssize) n;
}

static int
read_cb (void *data, char *buffer, int length)
{
  MappeRegisterReader *self = data;
  gssize n;

  if (self->error != NULL)
    return -1;
  n = (self->opener != NULL ? read_sealed : read_bytes) (self, buffer, (gsize) length);
  if (n == 0)
    mappe_xml_guard_end (&self->guard, &self->error);
  else if (n > 0 && mappe_xml_guard_feed (&self->guard, buffer, (gsize) n, &self->error))
    tell (self);
  return self->error == NULL ? (int) n : -1;
}

/* What libxml2 calls extra content is nearly always a file that was cut off. */
static char *
words_of (const MappeRegisterReader *self, const xmlError *cause)
{
  if (self->guard.taken == 0)
    return g_strdup (_("the file is empty"));
  if (cause->code == XML_ERR_DOCUMENT_END || cause->code == XML_ERR_DOCUMENT_EMPTY)
    return g_strdup (_("it ends in the middle, or goes on behind its end"));
  return g_strchomp (g_strdup (cause->message != NULL ? cause->message : "?"));
}

/* libxml2 says what it stumbled over; the first is what matters. */
static void
error_cb (void *data, xmlErrorPtr cause)
{
  MappeRegisterReader *self = data;
  g_autofree char *message = NULL;

  if (self->error != NULL || cause == NULL || cause->level == XML_ERR_WARNING)
    return;
  message = words_of (self, cause);
  g_set_error (&self->error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_FORMAT,
               _("%s:%d: the register is damaged: %s"), self->name, cause->line, message);
}

static gboolean
fd_is_sealed (int fd)
{
  char intro[INTRO_BYTES];
  const gssize n = pread (fd, intro, sizeof intro, 0);

  return n > 0 && mappe_age_is_sealed (intro, (gsize) n);
}

/** mappe_register_is_sealed: Returns: whether a passphrase is needed to read the file, as far as can be seen */
gboolean
mappe_register_is_sealed (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  const gboolean sealed = fd >= 0 && fd_is_sealed (fd);

  if (fd >= 0)
    close (fd);
  return sealed;
}

static gboolean
begin_opening (MappeRegisterReader *self, const char *passphrase, GError **error)
{
  if (!fd_is_sealed (self->fd))
    return TRUE;
  if (passphrase == NULL)
    {
      g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_SEALED,
                   _("%s: the register is sealed with a passphrase"), self->name);
      return FALSE;
    }
  self->opened = g_byte_array_new ();
  self->opener = mappe_age_opener_new_passphrase (passphrase, error);
  return self->opener != NULL;
}

/**
 * mappe_register_reader_open:
 * @path: a file from anywhere
 * @passphrase: (nullable): for one that is sealed
 *
 * Returns: (transfer full) (nullable): a reader of which nothing was read yet
 */
MappeRegisterReader *
mappe_register_reader_open (const char *path, const char *passphrase, GError **error)
{
  g_autoptr (MappeRegisterReader) self = g_new0 (MappeRegisterReader, 1);
  GStatBuf facts;

  self->name = g_filename_display_basename (path);
  self->report = report_new ();
  self->text = g_string_new (NULL);
  self->fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (self->fd < 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return NULL;
    }
  /* A pipe without a writer must not keep us waiting; one with a writer is read to its end. */
  if (fcntl (self->fd, F_SETFL, 0) != 0 || !begin_opening (self, passphrase, error))
    return NULL;
  self->size = fstat (self->fd, &facts) == 0 ? (guint64) facts.st_size : 0;
  mappe_xml_guard_init (&self->guard, MAPPE_REGISTER_BYTES_MOST);
  self->reader = xmlReaderForIO (read_cb, NULL, self, NULL, "UTF-8", XML_PARSE_NONET);
  if (self->reader == NULL)
    {
      g_set_error_literal (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_LIMIT, _("the document is too large"));
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (self->reader, (xmlStructuredErrorFunc) error_cb, self);
  return g_steal_pointer (&self);
}

/** mappe_register_reader_free: @self: (transfer full) */
void
mappe_register_reader_free (MappeRegisterReader *self)
{
  g_clear_pointer (&self->reader, xmlFreeTextReader);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->opener, mappe_age_opener_free);
  g_clear_pointer (&self->opened, g_byte_array_unref);
  g_clear_error (&self->error);
  g_clear_pointer (&self->report, mappe_register_report_free);
  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->record.row, mappe_row_unref);
  g_free (self->record.targets);
  g_free (self->record.given);
  g_free (self->name);
  g_free (self->id);
  g_free (self);
}

/* --- steps --- */

/* The node knows its line up to a number that is too small for large files; the parser is a little ahead. */
int
mappe_register_reader_line (MappeRegisterReader *self)
{
  xmlNodePtr node = xmlTextReaderCurrentNode (self->reader);
  long line = node != NULL ? xmlGetLineNo (node) : 0;

  return line > 0 && line < G_MAXUINT16 ? (int) line : xmlTextReaderGetParserLineNumber (self->reader);
}

/* Always FALSE. */
gboolean
mappe_register_reader_fail (MappeRegisterReader *self, GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_FORMAT, "%s:%d: %s", self->name,
               mappe_register_reader_line (self), text);
  return FALSE;
}

static gboolean
fail_limit (MappeRegisterReader *self, GError **error, const char *text)
{
  g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_LIMIT, "%s:%d: %s", self->name,
               mappe_register_reader_line (self), text);
  return FALSE;
}

static MappeRegisterError
code_of (const GError *cause)
{
  if (g_error_matches (cause, MAPPE_AGE_ERROR, MAPPE_AGE_ERROR_SECRET))
    return MAPPE_REGISTER_ERROR_SEALED;
  if (g_error_matches (cause, MAPPE_XML_ERROR, MAPPE_XML_ERROR_LIMIT)
      || g_error_matches (cause, MAPPE_AGE_ERROR, MAPPE_AGE_ERROR_LIMIT))
    return MAPPE_REGISTER_ERROR_LIMIT;
  return MAPPE_REGISTER_ERROR_FORMAT;
}

static gboolean
fail_read (MappeRegisterReader *self, GError **error)
{
  if (self->error == NULL)
    return mappe_register_reader_fail (self, error, _("the register ends too early"));
  if (self->error->domain == MAPPE_XML_ERROR || self->error->domain == MAPPE_AGE_ERROR)
    g_set_error (error, MAPPE_REGISTER_ERROR, (int) code_of (self->error), "%s: %s", self->name,
                 self->error->message);
  else
    g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/*
 * @type: (out): what comes next: XML_READER_TYPE_…; XML_READER_TYPE_NONE at the end
 *
 * Returns: whether it may come
 */
gboolean
mappe_register_reader_step (MappeRegisterReader *self, int *type, GError **error)
{
  int status;

  do
    {
      status = xmlTextReaderRead (self->reader);
      if (status < 0 || self->error != NULL)
        return fail_read (self, error);
      *type = status == 0 ? XML_READER_TYPE_NONE : xmlTextReaderNodeType (self->reader);
    }
  while (*type == XML_READER_TYPE_COMMENT || *type == XML_READER_TYPE_PROCESSING_INSTRUCTION);
  if (*type != XML_READER_TYPE_ELEMENT)
    return TRUE;
  if (++self->n_elements > MAPPE_REGISTER_ELEMENTS_MOST)
    return fail_limit (self, error, _("the document has too many parts"));
  return xmlTextReaderDepth (self->reader) < MAPPE_REGISTER_DEPTH_MOST
         || fail_limit (self, error, _("the document has too many levels"));
}

/* Returns: (transfer none): local name of the element that was met last */
const char *
mappe_register_reader_element (MappeRegisterReader *self)
{
  return (const char *) xmlTextReaderConstLocalName (self->reader);
}

gboolean
mappe_register_reader_is_ours (MappeRegisterReader *self)
{
  return g_strcmp0 ((const char *) xmlTextReaderConstNamespaceUri (self->reader), MAPPE_REGISTER_NAMESPACE) == 0;
}

/* Returns: (transfer full) (nullable): value of an attribute without a prefix */
char *
mappe_register_reader_attribute (MappeRegisterReader *self, const char *name)
{
  xmlChar *value = xmlTextReaderGetAttribute (self->reader, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/* Whether the element has no attribute but @names, ended by NULL, and declarations of namespaces. */
gboolean
mappe_register_reader_only (MappeRegisterReader *self, const char *const *names, GError **error)
{
  while (xmlTextReaderMoveToNextAttribute (self->reader) == 1)
    {
      const char *name = (const char *) xmlTextReaderConstName (self->reader);

      if (!xmlTextReaderIsNamespaceDecl (self->reader) && !g_strv_contains (names, name) && !self->newer)
        return mappe_register_reader_fail (self, error, _("the attribute “%s” is not understood here"), name);
    }
  xmlTextReaderMoveToElement (self->reader);
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* Reads to the next element within the one that is open (@more), or to its end. */
gboolean
mappe_register_reader_next (MappeRegisterReader *self, gboolean *more, GError **error)
{
  int type;

  while (TRUE)
    {
      if (!mappe_register_reader_step (self, &type, error))
        return FALSE;
      *more = type == XML_READER_TYPE_ELEMENT;
      if (*more || type == XML_READER_TYPE_END_ELEMENT)
        return !*more || mappe_register_reader_is_ours (self)
               || mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                              mappe_register_reader_element (self));
      if (type == XML_READER_TYPE_NONE)
        return fail_read (self, error);
      if (!is_blank ((const char *) xmlTextReaderConstValue (self->reader)))
        return mappe_register_reader_fail (self, error, _("text stands where none may stand"));
    }
}

/* Reads what is in the element that was met last, which must be text, into @text. */
gboolean
mappe_register_reader_text (MappeRegisterReader *self, gsize most, GError **error)
{
  int type;

  g_string_truncate (self->text, 0);
  if (xmlTextReaderIsEmptyElement (self->reader))
    return TRUE;
  while (TRUE)
    {
      if (!mappe_register_reader_step (self, &type, error))
        return FALSE;
      if (type == XML_READER_TYPE_END_ELEMENT)
        return TRUE;
      if (type == XML_READER_TYPE_ELEMENT)
        return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                           mappe_register_reader_element (self));
      if (type == XML_READER_TYPE_NONE)
        return fail_read (self, error);
      g_string_append (self->text, (const char *) xmlTextReaderConstValue (self->reader));
      if (self->text->len > most)
        return fail_limit (self, error, _("a text is too long"));
    }
}

/* Passes over the element that was met last, with all that is in it. */
gboolean
mappe_register_reader_skip (MappeRegisterReader *self, GError **error)
{
  int depth = xmlTextReaderDepth (self->reader);
  int type = XML_READER_TYPE_ELEMENT;

  self->report->unknown++;
  if (xmlTextReaderIsEmptyElement (self->reader))
    return TRUE;
  while (type != XML_READER_TYPE_END_ELEMENT || xmlTextReaderDepth (self->reader) > depth)
    {
      if (!mappe_register_reader_step (self, &type, error))
        return FALSE;
      if (type == XML_READER_TYPE_NONE)
        return fail_read (self, error);
    }
  return TRUE;
}

/*
 * @field: (nullable): name of the field at fault
 * @detail: what stands there
 *
 * Notes a fault of the record that is being read.
 */
void
mappe_register_reader_violate (MappeRegisterReader *self, const char *code, const char *field, const char *detail)
{
  g_autofree char *path =
      self->kind == NULL ? g_strdup ("/register")
      : g_strdup_printf ("/register/%s-list/%s[@id='%s']%s%s", self->kind->name, self->kind->name,
                         self->id != NULL ? self->id : "", field != NULL ? "/" : "", field != NULL ? field : "");

  self->faults++;
  mappe_register_report_add (self->report, mappe_violation_new (code, self->id, path, self->line, detail));
}

/* --- the frame --- */

static gboolean
check_version (MappeRegisterReader *self, GError **error)
{
  const char *version = self->report->version;
  char *end;
  gint64 major = g_ascii_strtoll (version, &end, 10);
  gint64 minor = *end == '.' && g_ascii_isdigit (end[1]) ? g_ascii_strtoll (end + 1, &end, 10) : -1;

  if (minor < 0 || *end != '\0' || strlen (version) > 12)
    return mappe_register_reader_fail (self, error, _("“%s” is no version"), version);
  self->newer = minor > MAPPE_REGISTER_MINOR;
  if (major == MAPPE_REGISTER_MAJOR)
    return TRUE;
  g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_VERSION,
               _("%s: a register of version %s; this program reads version %d"), self->name, version,
               MAPPE_REGISTER_MAJOR);
  return FALSE;
}

static gboolean
check_namespace (MappeRegisterReader *self, GError **error)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (self->reader);

  if (g_strcmp0 (mappe_register_reader_element (self), "register") != 0 || uri == NULL
      || !g_str_has_prefix (uri, MAPPE_REGISTER_STEM))
    return mappe_register_reader_fail (self, error, _("this is no register of Ratsmappe"));
  if (g_str_equal (uri, MAPPE_REGISTER_NAMESPACE))
    return TRUE;
  g_set_error (error, MAPPE_REGISTER_ERROR, MAPPE_REGISTER_ERROR_VERSION,
               _("%s: a register of version %s; this program reads version %d"), self->name,
               uri + strlen (MAPPE_REGISTER_STEM), MAPPE_REGISTER_MAJOR);
  return FALSE;
}

static gboolean
take_head (MappeRegisterReader *self, GError **error)
{
  static const char *const names[] = { "version", "profile", "generator", "exported", "lang", NULL };
  char **values[] = { &self->report->version, &self->report->profile, &self->report->generator,
                      &self->report->exported, &self->report->language };
  MappeProfile profile;

  for (guint i = 0; names[i] != NULL; i++)
    {
      *values[i] = mappe_register_reader_attribute (self, names[i]);
      if (*values[i] == NULL)
        return mappe_register_reader_fail (self, error, _("the attribute “%s” is missing"), names[i]);
      if (i == 0 && !check_version (self, error))
        return FALSE;
    }
  if (!mappe_register_reader_only (self, names, error))
    return FALSE;
  if (!mappe_profile_find (self->report->profile, &profile))
    return mappe_register_reader_fail (self, error, _("“%s” is no profile"), self->report->profile);
  self->whole = profile == MAPPE_PROFILE_FULL;
  self->carries = mappe_profile_carries (profile);
  return TRUE;
}

/* Comments may stand before the root, nothing else. */
static gboolean
read_head (MappeRegisterReader *self, GError **error)
{
  int type;

  if (!mappe_register_reader_step (self, &type, error))
    return FALSE;
  if (type != XML_READER_TYPE_ELEMENT)
    return mappe_register_reader_fail (self, error, _("this is no register of Ratsmappe"));
  return check_namespace (self, error) && take_head (self, error);
}

static gboolean
begin_list (MappeRegisterReader *self, const MappeKind *kind, GError **error)
{
  static const char *const names[] = { "last", NULL };
  g_autofree char *text = mappe_register_reader_attribute (self, "last");
  gint64 last = 0;

  if (!mappe_register_reader_only (self, names, error))
    return FALSE;
  if (text != NULL && (!mappe_int_parse (text, &last) || last < 0 || last > G_MAXINT32))
    return mappe_register_reader_fail (self, error, _("“%.20s” is no number"), text);
  return last == 0 || self->sink.list == NULL || self->sink.list (self->sink.data, kind, last, error);
}

static gboolean
read_records (MappeRegisterReader *self, const MappeKind *kind, GError **error)
{
  MappeRegisterCount count = { .kind = kind };
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);

  if (!begin_list (self, kind, error))
    return FALSE;
  self->kind = kind;
  self->before = (MappeUid) { 0, 0 };
  g_array_append_val (self->report->counts, count);
  self->count = &g_array_index (self->report->counts, MappeRegisterCount, self->report->counts->len - 1);
  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error))
        return FALSE;
      if (more && g_strcmp0 (mappe_register_reader_element (self), kind->name) != 0)
        return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                           mappe_register_reader_element (self));
      if (more && !mappe_register_read_record (self, error))
        return FALSE;
    }
  if (self->count->records == 0)
    g_array_set_size (self->report->counts, self->report->counts->len - 1);
  self->kind = NULL;
  self->count = NULL;
  return TRUE;
}

static gboolean
read_files (MappeRegisterReader *self, GError **error)
{
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);

  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error))
        return FALSE;
      if (more && g_strcmp0 (mappe_register_reader_element (self), "file") != 0)
        return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"),
                                           mappe_register_reader_element (self));
      if (more && !mappe_register_read_file (self, error))
        return FALSE;
    }
  return TRUE;
}

/* Lists stand in one order; each at most once. */
static gboolean
read_list (MappeRegisterReader *self, guint *at, GError **error)
{
  const char *name = mappe_register_reader_element (self);
  guint n_kinds;
  const MappeKind *const *kinds = mappe_kinds (&n_kinds);

  for (guint i = *at; i < n_kinds; i++)
    if (g_str_has_prefix (name, kinds[i]->name) && g_str_equal (name + strlen (kinds[i]->name), "-list"))
      {
        *at = i + 1;
        return read_records (self, kinds[i], error);
      }
  if (*at <= n_kinds && g_str_equal (name, "file-list"))
    {
      *at = n_kinds + 1;
      return read_files (self, error);
    }
  if (g_str_equal (name, "ext"))
    {
      *at = n_kinds + 2;
      return mappe_register_read_extra (self, error);
    }
  if (self->newer)
    return mappe_register_reader_skip (self, error);
  return mappe_register_reader_fail (self, error, _("the element “%s” is not understood here"), name);
}

static gboolean
read_lists (MappeRegisterReader *self, GError **error)
{
  gboolean more = !xmlTextReaderIsEmptyElement (self->reader);
  guint at = 0;

  while (more)
    {
      if (!mappe_register_reader_next (self, &more, error) || (more && !read_list (self, &at, error)))
        return FALSE;
    }
  return TRUE;
}

/* Behind the end nothing may follow; libxml2 says so. */
static gboolean
read_end (MappeRegisterReader *self, GError **error)
{
  int type;

  do
    if (!mappe_register_reader_step (self, &type, error))
      return FALSE;
  while (type != XML_READER_TYPE_NONE);
  return TRUE;
}

/**
 * mappe_register_reader_run:
 * @error: return location for a #MappeRegisterError or what the sink says
 *
 * Reads the register from its begin to its end.
 *
 * Returns: whether it could be read; rules that it breaks are in @report
 */
gboolean
mappe_register_reader_run (MappeRegisterReader *self, GError **error)
{
  return read_head (self, error) && read_lists (self, error) && read_end (self, error);
}
