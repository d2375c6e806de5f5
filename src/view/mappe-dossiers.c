/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mappe-dossiers.h"

#include <glib/gi18n.h>

#include "mappe-answer-dossier.h"
#include "mappe-area.h"
#include "mappe-audit-dossier.h"
#include "mappe-best-practice-profile.h"
#include "mappe-place-dossier.h"
#include "mappe-practice-dossier.h"
#include "mappe-site-audit.h"
#include "mappe-dossier-page.h"
#include "mappe-funding-application.h"
#include "mappe-funding-dossier.h"
#include "mappe-fundings-dossier.h"
#include "mappe-funnel-dossier.h"
#include "mappe-letter-texts-dossier.h"
#include "mappe-network-dossiers.h"
#include "mappe-programmes-dossier.h"
#include "mappe-thanks-dossier.h"
#include "mappe-gaps-dossier.h"
#include "mappe-project-dossier.h"
#include "mappe-project.h"
#include "mappe-retention-dossier.h"
#include "mappe-told-dossier.h"
#include "mappe-training-dossier.h"
#include "mappe-transfer-dossier.h"
#include "mappe-transfer.h"
#include "mappe-volunteer-programme.h"
#include "mappe-volunteers-dossier.h"

/* Which place has which dossiers beside its lists. */

static void
add_practice (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_dossier (page, &mappe_best_practice_profile_kind,
                              mappe_dossier_new (MAPPE_TYPE_PRACTICE_DOSSIER, store), TRUE);
  mappe_dossier_page_add_dossier (page, &mappe_transfer_kind, mappe_dossier_new (MAPPE_TYPE_TRANSFER_DOSSIER, store),
                                  TRUE);
}

static void
add_archive (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_tab (page, "retention", _("Retention"),
                              mappe_dossier_new (MAPPE_TYPE_RETENTION_DOSSIER, store));
}

static void
add_documents (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_tab (page, "texts", _("Texts of letters"),
                              mappe_dossier_new (MAPPE_TYPE_LETTER_TEXTS_DOSSIER, store));
}

static void
add_areas (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_dossier (page, &mappe_area_kind, mappe_dossier_new (MAPPE_TYPE_PLACE_DOSSIER, store), FALSE);
  mappe_dossier_page_add_dossier (page, &mappe_site_audit_kind, mappe_dossier_new (MAPPE_TYPE_AUDIT_DOSSIER, store),
                                  FALSE);
}

static void
add_citizens (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_tab (page, "answer", _("Answer"), mappe_dossier_new (MAPPE_TYPE_ANSWER_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "funnel", _("Figures"), mappe_dossier_new (MAPPE_TYPE_FUNNEL_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "told", _("You said – we did"), mappe_dossier_new (MAPPE_TYPE_TOLD_DOSSIER, store));
}

static void
add_funding (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_dossier (page, &mappe_funding_application_kind,
                                  mappe_dossier_new (MAPPE_TYPE_FUNDING_DOSSIER, store), TRUE);
  mappe_dossier_page_add_tab (page, "overview", _("Deadlines"), mappe_dossier_new (MAPPE_TYPE_FUNDINGS_DOSSIER, store));
}

static void
add_partners (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_tab (page, "network", _("Network"), mappe_dossier_new (MAPPE_TYPE_NETWORK_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "quiet", _("Inactive"),
                              mappe_dossier_new (MAPPE_TYPE_QUIET_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "sectors", _("Sectors"), mappe_dossier_new (MAPPE_TYPE_SECTORS_DOSSIER, store));
}

static void
add_volunteers (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_dossier (page, &mappe_volunteer_programme_kind,
                                  mappe_dossier_new (MAPPE_TYPE_VOLUNTEERS_DOSSIER, store), TRUE);
  mappe_dossier_page_add_tab (page, "figures", _("Figures"), mappe_dossier_new (MAPPE_TYPE_PROGRAMMES_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "training", _("Training"), mappe_dossier_new (MAPPE_TYPE_TRAINING_DOSSIER, store));
  mappe_dossier_page_add_tab (page, "thanks", _("Thanks"), mappe_dossier_new (MAPPE_TYPE_THANKS_DOSSIER, store));
}

static void
add_projects (MappeDossierPage *page, MappeStore *store)
{
  mappe_dossier_page_add_dossier (page, &mappe_project_kind, mappe_dossier_new (MAPPE_TYPE_PROJECT_DOSSIER, store),
                                  TRUE);
  mappe_dossier_page_add_tab (page, "gaps", _("Gaps"), mappe_dossier_new (MAPPE_TYPE_GAPS_DOSSIER, store));
}

static const struct {
  const char *place;
  void      (*add) (MappeDossierPage *page, MappeStore *store);
} places[] = {
  { "archive", add_archive },
  { "areas", add_areas },
  { "citizens", add_citizens },
  { "documents", add_documents },
  { "funding", add_funding },
  { "partners", add_partners },
  { "practice", add_practice },
  { "volunteers", add_volunteers },
  { "projects", add_projects },
};

/**
 * mappe_dossiers_make_page:
 * @lists: (transfer floating): a #MappeListPage of the kinds of @place
 *
 * Returns: (transfer floating): the lists with the dossiers of their place beside them; @lists itself where it has none
 */
MappePage *
mappe_dossiers_make_page (MappeStore *store, const MappePlace *place, MappePage *lists)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].place, place->name))
      {
        GtkWidget *page = mappe_dossier_page_new (store, place->name, MAPPE_LIST_PAGE (lists));

        places[i].add (MAPPE_DOSSIER_PAGE (page), store);
        return MAPPE_PAGE (page);
      }
  return lists;
}
