/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-recipients.h"

#include <glib/gi18n-lib.h>

#include "mappe-council.h"
#include "mappe-guest-item.h"
#include "mappe-guest.h"
#include "mappe-membership.h"
#include "mappe-person.h"
#include "mappe-sitting-private.h"

static void
recipient_free (gpointer data)
{
  MappeRecipient *self = data;

  g_free (self->name);
  g_free (self->function);
  g_free (self->office);
  g_free (self->channel);
  g_free (self->email);
  g_free (self->address);
  g_free (self->withheld);
  g_free (self);
}

/* --- who gets what --- */

static gboolean
is_guest_of (const MappeSitting *sitting, gint64 guest, const MappeSittingItem *item)
{
  for (guint i = 0; i < sitting->guest_items->len; i++)
    {
      const MappeRow *link = g_ptr_array_index (sitting->guest_items, i);

      if (mappe_row_get_int (link, MAPPE_GUEST_ITEM_AGENDA_ITEM) == item->row->id
          && mappe_row_get_int (link, MAPPE_GUEST_ITEM_GUEST) == guest)
        return TRUE;
    }
  return FALSE;
}

/**
 * mappe_recipient_gets:
 *
 * Returns: whether the recipient gets title and papers of @item, see mappe_may_receive_papers()
 */
gboolean
mappe_recipient_gets (const MappeRecipient *self, const MappeSitting *sitting, const MappeSittingItem *item)
{
  MappePart part = { .public = item->public };

  part.invited = self->kind == MAPPE_RECIPIENT_GUEST && is_guest_of (sitting, self->guest, item);
  part.excluded = self->person > 0 && mappe_sitting_excluded (sitting, item, self->person);
  return mappe_may_receive_papers (self->standing, &part);
}

static char *
find_withheld (const MappeRecipient *self, const MappeSitting *sitting)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (!mappe_recipient_gets (self, sitting, item))
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", item->number);
    }
  return g_string_free (numbers, FALSE);
}

static gboolean
gets_non_public (const MappeRecipient *self, const MappeSitting *sitting)
{
  for (guint i = 0; i < sitting->items->len; i++)
    {
      const MappeSittingItem *item = g_ptr_array_index (sitting->items, i);

      if (!item->public && mappe_recipient_gets (self, sitting, item))
        return TRUE;
    }
  return FALSE;
}

/* --- one of them --- */

static void
find_gaps (MappeRecipient *self, const MappeSitting *sitting, const MappeRow *person)
{
  if (self->channel == NULL)
    self->gaps |= MAPPE_GAP_CHANNEL;
  if (mappe_recipient_wants_mail (self) && self->email == NULL)
    self->gaps |= MAPPE_GAP_EMAIL;
  if (mappe_recipient_wants_paper (self) && self->address == NULL)
    self->gaps |= MAPPE_GAP_ADDRESS;
  /* Verpflichtungsgesetz: who was named by an organisation outside of the administration. */
  if (person != NULL && gets_non_public (self, sitting)
      && g_strcmp0 (mappe_row_get_text (person, MAPPE_PERSON_APPOINTMENT_MODE), "nomination") == 0
      && mappe_row_is_null (person, MAPPE_PERSON_OBLIGATION_SIGNED_ON))
    self->gaps |= MAPPE_GAP_UNDERTAKING;
}

static void
add (GPtrArray *recipients, MappeRecipient *self, const MappeSitting *sitting, const MappeRow *person)
{
  const char *language = NULL;

  if (person != NULL)
    {
      self->person = person->id;
      self->name = mappe_person_display_name (person);
      self->email = g_strdup (mappe_row_get_text (person, MAPPE_PERSON_EMAIL));
      self->channel = g_strdup (mappe_row_get_text (person, MAPPE_PERSON_PACK_CHANNEL));
      language = mappe_row_get_text (person, MAPPE_PERSON_UI_LANGUAGE);
    }
  if (language == NULL && sitting->council != NULL)
    language = mappe_row_get_text (sitting->council, MAPPE_COUNCIL_LANGUAGE);
  self->language = mappe_language_get (language);
  self->withheld = find_withheld (self, sitting);
  find_gaps (self, sitting, person);
  g_ptr_array_add (recipients, self);
}

static void
add_member (GPtrArray *recipients, const MappeSitting *sitting, const MappeParticipant *participant)
{
  MappeRecipient *self = g_new0 (MappeRecipient, 1);

  self->kind = MAPPE_RECIPIENT_MEMBER;
  self->participant = participant;
  self->function = g_strdup (mappe_sitting_code (sitting, "member_function",
                                                 mappe_row_get_text (participant->membership,
                                                                     MAPPE_MEMBERSHIP_FUNCTION), NULL));
  self->office = g_strdup (participant->office);
  self->address = g_strdup (participant->address);
  self->voting = participant->voting;
  self->standing = participant->standing;
  add (recipients, self, sitting, participant->row);
}

static gboolean
is_listed (GPtrArray *recipients, gint64 person)
{
  for (guint i = 0; i < recipients->len; i++)
    if (((MappeRecipient *) g_ptr_array_index (recipients, i))->person == person)
      return TRUE;
  return FALSE;
}

/* Deputies are invited when it is known that the member does not come. */
static void
add_deputy (GPtrArray *recipients, const MappeSitting *sitting, const MappeParticipant *participant)
{
  static const char *const away[] = { "declined", "excused", "deputised", NULL };
  MappeRecipient *self;

  if (participant->membership == NULL || participant->deputy_row == NULL
      || !g_strv_contains (away, participant->status) || is_listed (recipients, participant->deputy_row->id))
    return;
  self = g_new0 (MappeRecipient, 1);
  self->kind = MAPPE_RECIPIENT_DEPUTY;
  self->participant = participant;
  /* Translators: %s is a member */
  self->function = g_strdup_printf (_("Deputy of %s"), participant->name);
  self->office = g_strdup (participant->office);
  self->address = g_strdup (participant->address);
  self->voting = participant->voting;
  self->standing = participant->standing;
  add (recipients, self, sitting, participant->deputy_row);
}

/* Who is named as present from the public, such as the press, is not invited. */
static void
add_guest (GPtrArray *recipients, const MappeSitting *sitting, const MappeListed *guest)
{
  MappeRecipient *self;
  gboolean invited = FALSE;

  for (guint i = 0; i < sitting->guest_items->len && !invited; i++)
    invited = mappe_row_get_int (g_ptr_array_index (sitting->guest_items, i), MAPPE_GUEST_ITEM_GUEST)
              == guest->row->id;
  if (!invited)
    return;
  self = g_new0 (MappeRecipient, 1);
  self->kind = MAPPE_RECIPIENT_GUEST;
  self->guest = guest->row->id;
  self->name = g_strdup (mappe_row_get_text (guest->row, MAPPE_GUEST_NAME));
  self->function = g_strdup (_("Guest"));
  self->office = g_strdup (guest->shown[MAPPE_GUEST_ORGANISATION]);
  self->standing = MAPPE_STANDING_GUEST;
  add (recipients, self, sitting, NULL);
}

/**
 * mappe_invitation_recipients:
 * @sitting: a meeting, which must live as long as the recipients
 *
 * Finds who gets the invitation: who is a member of the body on the day of the meeting, voting or not, its office, the
 * deputies of those who do not come, and the guests of single items.
 *
 * Returns: (transfer full) (element-type MappeRecipient)
 */
GPtrArray *
mappe_invitation_recipients (const MappeSitting *sitting)
{
  GPtrArray *recipients = g_ptr_array_new_with_free_func (recipient_free);

  for (guint i = 0; i < sitting->participants->len; i++)
    {
      const MappeParticipant *participant = g_ptr_array_index (sitting->participants, i);

      if (participant->membership != NULL)
        add_member (recipients, sitting, participant);
    }
  for (guint i = 0; i < sitting->participants->len; i++)
    add_deputy (recipients, sitting, g_ptr_array_index (sitting->participants, i));
  for (guint i = 0; i < sitting->guests->len; i++)
    add_guest (recipients, sitting, g_ptr_array_index (sitting->guests, i));
  return recipients;
}

/* --- how it is sent --- */

/** mappe_recipient_wants_paper: Returns: whether the letter is printed for the recipient */
gboolean
mappe_recipient_wants_paper (const MappeRecipient *self)
{
  return self->channel != NULL && !g_str_equal (self->channel, "digital");
}

/** mappe_recipient_wants_mail: Returns: whether the recipient is written to by e-mail */
gboolean
mappe_recipient_wants_mail (const MappeRecipient *self)
{
  return self->channel != NULL && !g_str_equal (self->channel, "paper");
}

/** mappe_recipient_send_to: Returns: (transfer full): e-mail address, postal address in a line, or both; "" for none */
char *
mappe_recipient_send_to (const MappeRecipient *self)
{
  const char *email = mappe_recipient_wants_mail (self) ? self->email : NULL;
  g_auto (GStrv) lines = g_strsplit (mappe_recipient_wants_paper (self) && self->address != NULL ? self->address : "",
                                     "\n", -1);
  g_autofree char *address = g_strjoinv (", ", lines);

  return g_strconcat (email != NULL ? email : "", email != NULL && *address != '\0' ? " · " : "", address, NULL);
}

/** mappe_recipient_words: Returns: (transfer full): what is to be known about the recipient, in the user's language */
char *
mappe_recipient_words (const MappeRecipient *self)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);

  if (self->gaps & MAPPE_GAP_CHANNEL)
    g_ptr_array_add (notes, g_strdup (_("no channel")));
  if (self->gaps & MAPPE_GAP_EMAIL)
    g_ptr_array_add (notes, g_strdup (_("no e-mail address")));
  if (self->gaps & MAPPE_GAP_ADDRESS)
    g_ptr_array_add (notes, g_strdup (_("no postal address")));
  if (self->gaps & MAPPE_GAP_UNDERTAKING)
    g_ptr_array_add (notes, g_strdup (_("no formal undertaking")));
  if (*self->withheld != '\0')
    /* Translators: %s are numbers of agenda items */
    g_ptr_array_add (notes, g_strdup_printf (_("without the papers of item %s"), self->withheld));
  if (self->kind == MAPPE_RECIPIENT_MEMBER && self->participant->deputy != NULL)
    /* Translators: %s is a person */
    g_ptr_array_add (notes, g_strdup_printf (_("deputy: %s"), self->participant->deputy));
  g_ptr_array_add (notes, NULL);
  return g_strjoinv ("; ", (char **) notes->pdata);
}
